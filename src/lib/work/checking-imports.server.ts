import type { FileToCheck } from '#lib/exchange/checking.server.ts';
import { keepCheck, keepRefusal } from '#lib/exchange/keeping-checks.server.ts';
import { waitsForCheck } from '#lib/exchange/starting.server.ts';
import type { Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { inWorker } from './in-worker.server.ts';

/** How far the checks of this process are, by import. A check that is under way nowhere was interrupted. */
const underWay = new Map<string, { done: number; of: number }>();
/** A file of a usual size is checked in this time, in milliseconds: then the page after the upload shows the result at once. */
const patience = 1_500;

/** The rows read so far, and about how many there are; null where no check is under way. */
export const progressOf = (id: string): { done: number; of: number } | null => underWay.get(id) ?? null;

/**
 * Checks an uploaded file off the request thread and keeps what was found. Comes back when it is done or, with the check
 * going on, after a moment. Never throws: a check that fails says so on the import's page. Asked twice, it checks once.
 */
export async function checkImport(db: Database, id: string, file: FileToCheck): Promise<void> {
	if (underWay.has(id) || !waitsForCheck(db, id)) return;
	underWay.set(id, { done: 0, of: 0 });
	const check = run(db, id, file).finally(() => underWay.delete(id));
	await Promise.race([check, new Promise((go) => setTimeout(go, patience).unref())]);
}

async function run(db: Database, id: string, file: FileToCheck) {
	try {
		const outcome = await inWorker(db, 'check an import', file, (done, of) => underWay.set(id, { done, of }));
		if (outcome.ok) keepCheck(db, id, outcome.checked);
		else keepRefusal(db, id, outcome.text);
	} catch (problem) {
		log.error({ problem: problem instanceof Error ? problem.message : problem, import: id }, 'A file could not be checked');
		keepRefusal(db, id, 'The file could not be checked. Try again; if it happens again, tell whoever runs the program');
	}
}
