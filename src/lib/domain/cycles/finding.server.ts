import { eq } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { cycles } from './tables.ts';

/** One cycle, for a person who may see cycles; 404 where there is none. */
export function cycleSeen(db: Database, id: string): typeof cycles.$inferSelect {
	return db.select().from(cycles).where(eq(cycles.id, id)).get() ?? notFound();
}
