import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { open, type Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';

/** The built server with a database of its own. */
export type Served = {
	origin: string;
	/** The same database, from outside. */
	db: Database;
	process: ChildProcess;
	/** The Cookie header of somebody signed in, by their email's first part ('repairs.manager'). */
	cookieOf: (who: string) => Promise<string>;
	stop: () => Promise<void>;
};

async function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

async function untilItAnswers(origin: string, child: ChildProcess, said: () => string): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		if (child.exitCode !== null) break;
		const answers = await fetch(`${origin}/health`).then(
			() => true,
			() => false
		);
		if (answers) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`The built server did not start: ${said()}`);
}

/** Starts the built server on a copy of the example council, or on an empty database. */
export async function serve(settings: { empty?: boolean; env?: Record<string, string> } = {}): Promise<Served> {
	const folder = mkdtempSync(join(tmpdir(), 'golden-thread-served-'));
	const database = join(folder, 'council.sqlite');
	if (!settings.empty) copyFileSync(inject('exampleCouncil'), database);
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		NODE_ENV: 'production',
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		BODY_SIZE_LIMIT: '28M',
		GOLDEN_THREAD_DATA: folder,
		// a crawl asks for hundreds of pages by the same connections: the server does not close one as the next is asked for
		KEEP_ALIVE_TIMEOUT: '600',
		GOLDEN_THREAD_LOG: 'error',
		GOLDEN_THREAD_WORKER: join(inject('build'), 'work', 'worker.js'),
		...settings.env
	};
	const child = spawn(process.execPath, [join(inject('build'), 'index.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
	await untilItAnswers(origin, child, () => said);
	const db = open(database);
	return {
		origin,
		db,
		process: child,
		cookieOf: async (who) => {
			const person = db
				.select({ id: people.id })
				.from(people)
				.where(eq(people.email, `${who}@marlbourne.example`))
				.get();
			if (!person) throw new Error(`Nobody in the example council is ${who}`);
			return `thread-session=${await startSession(db, person.id)}`;
		},
		stop: async () => {
			db.$client.close();
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill();
			await ended;
			// an error nobody foresaw says here what it was, beside the test that met it
			if (said.includes('"level"')) console.error(said);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
