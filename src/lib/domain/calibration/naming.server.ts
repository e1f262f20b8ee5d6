import { eq } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** What somebody is called. */
export const personNamed = (db: Database, id: string): string =>
	db.select({ name: people.name }).from(people).where(eq(people.id, id)).get()?.name ?? 'Somebody';
