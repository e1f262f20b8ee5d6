import { eq } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Framework } from './document.ts';
import { frameworkVersions } from './tables.ts';

const published = keptPerDatabase(() => new Map<string, Framework>());

/**
 * The whole framework of a stored version. A published version never changes, so it is parsed once and kept; a draft is
 * read each time. Throws when there is no such version: an assessment always has one.
 */
export function frameworkOf(db: Database, versionId: string): Framework {
	const kept = published(db).get(versionId);
	if (kept) return kept;
	const found = db
		.select({ document: frameworkVersions.document, state: frameworkVersions.state })
		.from(frameworkVersions)
		.where(eq(frameworkVersions.id, versionId))
		.get();
	if (!found) throw new Error(`There is no framework version ${versionId}`);
	if (found.state !== 'draft') published(db).set(versionId, found.document);
	return found.document;
}
