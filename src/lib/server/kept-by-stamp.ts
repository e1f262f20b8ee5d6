import { keptPerDatabase, type Database } from './database.ts';

/** So many answers are kept for each council; the one asked for longest ago goes first. */
const mostKept = 100;

const keeping = keptPerDatabase(() => new Map<string, { stamp: string; answer: unknown }>());

/**
 * What takes long to work out is kept until its stamp changes: a text that every write to what the answer rests on makes another.
 * Unlike `betweenWrites` it outlives writes to anything else. `name` must hold all that the answer depends on beside that (a date,
 * a place, what a reader may see). Give it nothing that is changed by whoever gets it. Inside a transaction nothing is kept, since
 * that may be undone.
 */
export function keptByStamp<T>(db: Database, name: string, stamp: string, work: () => T): T {
	if (db.$client.inTransaction) return work();
	const kept = keeping(db);
	const found = kept.get(name);
	const answer = found?.stamp === stamp ? (found.answer as T) : work();
	// taken out and put back it is the youngest
	kept.delete(name);
	kept.set(name, { stamp, answer });
	if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
	return answer;
}
