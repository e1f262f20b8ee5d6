import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import type { Framework } from './document.ts';
import { frameworkVersions } from './tables.ts';

export type StoredVersion = typeof frameworkVersions.$inferSelect;

/** A version with its whole document. Anyone signed in reads what is published or was; a draft only who may change it, else 404. */
export function frameworkSeen(db: Database, person: Person, id: string): StoredVersion {
	const version = versionById(db, id);
	if (!version || (version.state === 'draft' && !can(person, 'manage frameworks'))) notFound();
	return version;
}

/** A draft to work on; 404 where there is none. Its document may be unfinished. The guard has been before. */
export function draftToEdit(db: Database, id: string): StoredVersion {
	const version = versionById(db, id);
	if (version?.state !== 'draft') notFound();
	return version;
}

/** A published version to work on; 404 where there is none. The guard has been before. */
export function publishedToManage(db: Database, id: string): StoredVersion & { document: Framework } {
	const version = versionById(db, id);
	if (version?.state !== 'published') notFound();
	return version;
}

export const versionById = (db: Database, id: string): StoredVersion | undefined =>
	db.select().from(frameworkVersions).where(eq(frameworkVersions.id, id)).get();
