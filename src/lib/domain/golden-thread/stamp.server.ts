import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import { threadStamps } from './tables.ts';

const reading = keptPerDatabase((db) => db.select({ number: threadStamps.number }).from(threadStamps).prepare());

/** Counts the changes of what the thread is worked out from, as `counted-changes.ts` lists them; 0 before the first. */
const stampOf = (db: Database): number => reading(db).get()?.number ?? 0;

/** So much is kept of one state of the thread: some things of each strand that was looked at. */
const mostKept = 500;

/**
 * What is worked out from the thread and what is tied to it, once until any of that changes: a page then costs the same however
 * long the thread is. `name` must hold all that the answer depends on besides (a strand, a filter), and it must be the same for
 * every person. Inside a transaction nothing is kept, since that may be undone. Give it nothing that is changed by whoever gets it.
 */
export function untilThreadChanges<T>(db: Database, name: string, work: () => T): T {
	const known = keptByStamp(db, 'golden thread', String(stampOf(db)), () => new Map<string, unknown>());
	if (known.size >= mostKept) known.clear();
	if (!known.has(name)) known.set(name, work());
	return known.get(name) as T;
}
