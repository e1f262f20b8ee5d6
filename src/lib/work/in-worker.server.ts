import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { config } from '#lib/server/config.ts';
import type { Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import type { AnswerOf, InputOf, Progress, TaskName } from './tasks.ts';
import type { Told } from './worker.ts';

type Waiting = {
	asked: { id: number; task: TaskName; input: unknown };
	resolve: (answer: never) => void;
	reject: (problem: Error) => void;
	progress?: Progress;
	again: boolean;
};

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

/** A worker that fell over takes its work with it. What it does only reads, so a new one is asked once more. */
function fail(which: Worker, problem: Error) {
	if (worker !== which) return;
	worker = null;
	log.error({ problem: problem.message, stack: problem.stack, work: waiting.size }, 'The worker fell over');
	for (const [id, one] of waiting) {
		if (one.again) {
			waiting.delete(id);
			one.reject(problem);
		} else send(id, { ...one, again: true });
	}
}

function send(id: number, one: Waiting) {
	waiting.set(id, one);
	const thread = started();
	thread.ref();
	thread.postMessage(one.asked);
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
	return new Promise((resolve, reject) => {
		send(id, { asked: { id, task, input }, resolve, reject, progress, again: false });
	});
}

export async function stopWorker(): Promise<void> {
	const stopping = worker;
	worker = null;
	await stopping?.terminate();
}
