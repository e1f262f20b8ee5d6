import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { config } from '#lib/server/config.ts';
import type { Database } from '#lib/server/database.ts';
import type { AnswerOf, InputOf, Progress, TaskName } from './tasks.ts';
import type { Told } from './worker.ts';

type Waiting = { resolve: (answer: never) => void; reject: (problem: Error) => void; progress?: Progress };

const file = resolve(config.worker);
let worker: Worker | null = null;
let count = 0;
const waiting = new Map<number, Waiting>();

function started(): Worker {
	if (worker) return worker;
	const made = new Worker(file, { workerData: { database: config.database } });
	made.on('message', hear);
	made.on('error', (problem) => fail(made, problem));
	made.on('exit', () => fail(made, new Error('The worker stopped')));
	made.unref();
	return (worker = made);
}

function hear(told: Told) {
	const asked = waiting.get(told.id);
	if (!asked) return;
	if ('progress' in told) return asked.progress?.(told.progress.done, told.progress.of);
	waiting.delete(told.id);
	if (waiting.size === 0) worker?.unref();
	if ('answer' in told) asked.resolve(told.answer as never);
	else asked.reject(Object.assign(new Error(told.problem), { stack: told.stack }));
}

/** A worker that fell over takes its work with it; the next request starts a new one. */
function fail(which: Worker, problem: Error) {
	if (worker !== which) return;
	worker = null;
	for (const asked of waiting.values()) asked.reject(problem);
	waiting.clear();
}

/**
 * Does heavy work off the request thread and gives its answer. Where the program is not built (development, unit
 * tests with a database in memory) the same task runs here.
 */
export async function inWorker<N extends TaskName>(db: Database, task: N, input: InputOf<N>, progress?: Progress): Promise<AnswerOf<N>> {
	if (db.$client.memory || !existsSync(file)) {
		const { tasks } = await import('./tasks.ts');
		const work = tasks[task] as (...args: unknown[]) => unknown;
		return (await work(db, input, progress ?? (() => {}))) as AnswerOf<N>;
	}
	const id = ++count;
	const thread = started();
	thread.ref();
	return new Promise((resolve, reject) => {
		waiting.set(id, { resolve, reject, progress });
		thread.postMessage({ id, task, input });
	});
}

export async function stopWorker(): Promise<void> {
	const stopping = worker;
	worker = null;
	await stopping?.terminate();
}
