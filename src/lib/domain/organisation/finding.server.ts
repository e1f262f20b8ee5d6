import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { councils } from './tables.ts';

export type Council = typeof councils.$inferSelect;

const prepared = keptPerDatabase((db) => db.select().from(councils).prepare());

/** The council of this database; null before first-run set-up. */
export const councilOf = (db: Database): Council | null => prepared(db).get() ?? null;
