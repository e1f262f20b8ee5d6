import { npm, ready } from './ready.js';

/* Everything that must hold before a change lands. */

ready();
const parts = { 'Format and lint': 'lint', Types: 'check', 'Unit and integration tests': 'unit', 'Browser tests': 'browser' };
for (const [what, script] of Object.entries(parts)) {
	console.log(`\n— ${what}`);
	npm('run', '--silent', script);
}
