import { spawn } from 'node:child_process';

/** Starts the built server on a file, lets some work be done with it, and stops it. */
export async function served<T>(file: string, port: number, work: (origin: string, pid: number) => Promise<T>): Promise<T> {
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		NODE_ENV: 'production',
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		BODY_SIZE_LIMIT: '28M',
		GOLDEN_THREAD_DATABASE: file,
		GOLDEN_THREAD_LOG: 'error',
		GOLDEN_THREAD_BENCH: 'yes'
	};
	const server = spawn(process.execPath, ['build/index.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	try {
		for (let tries = 0; ; tries++) {
			const answers = await fetch(`${origin}/health`).then(
				() => true,
				() => false
			);
			if (answers) break;
			if (tries > 200) throw new Error('The built server did not start');
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
		return await work(origin, server.pid!);
	} finally {
		server.kill();
	}
}
