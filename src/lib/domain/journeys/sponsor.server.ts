import { eq } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Journey } from './finding.server.ts';

/** The name of who sponsors a review; null where nobody does. */
export const sponsorOf = (db: Database, { sponsorId }: Pick<Journey, 'sponsorId'>): string | null =>
	sponsorId ? (db.select({ name: people.name }).from(people).where(eq(people.id, sponsorId)).get()?.name ?? null) : null;
