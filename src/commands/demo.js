import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready, root } from './ready.js';
import { start } from './start.js';

/* The workbench with the example council, in a database of its own. */

ready();
process.chdir(root);
process.env.GOLDEN_THREAD_DATABASE ??= join('data', 'example-council.sqlite');
process.env.GOLDEN_THREAD_LOG ??= 'warn';
if (process.argv.includes('--fresh'))
	for (const left of ['', '-wal', '-shm']) rmSync(process.env.GOLDEN_THREAD_DATABASE + left, { force: true });
const { prepareExampleCouncil } = await import(pathToFileURL(join(root, 'build', 'work', 'example-council.js')).href);
const signIns = await prepareExampleCouncil(process.env.GOLDEN_THREAD_DATABASE);
await start();
console.log(signIns);
