import { sql } from 'drizzle-orm';
import { keptPerDatabase, type Database, type Transaction } from '#lib/server/database.ts';
import { threadStamps } from './tables.ts';

const reading = keptPerDatabase((db) => db.select({ number: threadStamps.number }).from(threadStamps).prepare());

/** Counts the changes of the thread; 0 before the first. */
export const stampOf = (db: Database): number => reading(db).get()?.number ?? 0;

/** Says that the thread is changed: for every write to strands, to what they serve and to what is tied to them. */
export function restamp(tx: Transaction): void {
	tx.insert(threadStamps)
		.values({ id: 1, number: 1 })
		.onConflictDoUpdate({ target: threadStamps.id, set: { number: sql`${threadStamps.number} + 1` } })
		.run();
}
