import { spawn } from 'node:child_process';
import { ready, root } from './ready.js';

/* Everything that must hold before a change lands: what needs one processor each goes side by side, the browser has all of them. */

/** How long something took, in words: '48 s'. @param {number} began */
const since = (began) => `${Math.round((Date.now() - began) / 1000)} s`;

/**
 * Runs one of the project's scripts; what it says is shown when it is done, so that two at a time can be read.
 * @param {string} what
 * @param {string} script
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<boolean>} whether all holds
 */
function run(what, script, output = 'pipe') {
	const began = Date.now();
	if (output === 'inherit') console.log(`\n— ${what}`);
	const onWindows = process.platform === 'win32';
	const env = { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env };
	const child = spawn(onWindows ? 'npm.cmd' : 'npm', ['run', '--silent', script], {
		cwd: root,
		env,
		stdio: ['inherit', output, output],
		shell: onWindows
	});
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (said += piece));
	return new Promise((resolve) => {
		child.on('error', (problem) => {
			said += problem;
			resolve(false);
		});
		child.on('close', (code) => {
			if (output === 'pipe') console.log(`\n— ${what}\n${said.trimEnd()}`);
			console.log(`${what}: ${code === 0 ? 'all holds' : 'something does not hold'} (${since(began)})`);
			resolve(code === 0);
		});
	});
}

const began = Date.now();
ready();
const formAndTypes = async () => [await run('Format and lint', 'lint'), await run('Types', 'check')];
const firsts = await Promise.all([run('Unit and integration tests', 'unit'), formAndTypes()]);
const holds = firsts.flat().every(Boolean) && (await run('Browser tests', 'browser', 'inherit'));
console.log(`\n${holds ? 'Everything holds' : 'Not everything holds'} (${since(began)} in all)`);
process.exit(holds ? 0 : 1);
