import { eq, sql } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { cycles } from './tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select()
		.from(cycles)
		.where(eq(cycles.id, sql.placeholder('id')))
		.prepare()
);

/** One cycle, for a person who may see cycles; 404 where there is none. */
export const cycleSeen = (db: Database, id: string): typeof cycles.$inferSelect => one(db).get({ id }) ?? notFound();
