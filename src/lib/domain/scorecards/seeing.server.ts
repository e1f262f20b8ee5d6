import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { seesScorecards } from './sight.ts';
import { scorecardVersions } from './tables.ts';

export type StoredCard = typeof scorecardVersions.$inferSelect;

export const cardById = (db: Database, id: string): StoredCard | undefined =>
	db.select().from(scorecardVersions).where(eq(scorecardVersions.id, id)).get();

/** A version with its whole document, for who may see scorecards; a draft only for who manages them, else 404. */
export function cardSeen(db: Database, person: Person, id: string): StoredCard {
	const version = seesScorecards(person) ? cardById(db, id) : undefined;
	if (!version || (version.state === 'draft' && !can(person, 'manage scorecards'))) notFound();
	return version;
}

/** A draft to work on; 404 where there is none. Its document may be unfinished. The guard has been before. */
export function draftToEdit(db: Database, id: string): StoredCard {
	const version = cardById(db, id);
	if (version?.state !== 'draft') notFound();
	return version;
}

/** A version that was published, to withdraw or put back; 404 where there is none. The guard has been before. */
export function publishedToManage(db: Database, id: string): StoredCard {
	const version = cardById(db, id);
	if (!version || version.state === 'draft') notFound();
	return version;
}
