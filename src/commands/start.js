import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready, root } from './ready.js';

/** Starts the built server in this process, with settings that hold unless the environment says otherwise. */
export async function start() {
	process.chdir(root);
	const port = process.env.PORT ?? '3000';
	const wanted = { PORT: port, HOST: '127.0.0.1', ORIGIN: `http://localhost:${port}`, BODY_SIZE_LIMIT: '28M', NODE_ENV: 'production' };
	for (const [name, value] of Object.entries(wanted)) process.env[name] ??= value;
	await import(pathToFileURL(join(root, 'build', 'index.js')).href);
	console.log(`\n  Golden Thread is at ${process.env.ORIGIN}\n  Stop it with Ctrl+C.\n`);
}

if (process.argv[1] === import.meta.filename) {
	ready();
	await start();
}
