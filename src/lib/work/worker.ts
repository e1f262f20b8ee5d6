import { parentPort, workerData } from 'node:worker_threads';
import { openToRead } from '#lib/server/database.ts';
import { tasks, type TaskName } from './tasks.ts';

/* The thread in which heavy work is done, with its own read-only connection. */

export type Asked = { id: number; task: TaskName; input: unknown };
export type Told =
	| { id: number; answer: unknown }
	| { id: number; problem: string; stack?: string }
	| { id: number; progress: { done: number; of: number } };

const db = openToRead((workerData as { database: string }).database);
const tell = (told: Told) => parentPort!.postMessage(told);

parentPort!.on('message', async ({ id, task, input }: Asked) => {
	try {
		const work = tasks[task] as (...args: unknown[]) => unknown;
		tell({ id, answer: await work(db, input, (done: number, of: number) => tell({ id, progress: { done, of } })) });
	} catch (problem) {
		const { message, stack } = problem instanceof Error ? problem : new Error(String(problem));
		tell({ id, problem: message, stack });
	}
});
