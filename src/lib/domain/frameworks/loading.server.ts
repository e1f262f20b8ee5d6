import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Framework } from './document.ts';
import { frameworkVersions } from './tables.ts';
import { now } from '#lib/server/clock.ts';

export const sha256Of = (framework: Framework): string => createHash('sha256').update(JSON.stringify(framework)).digest('hex');

/**
 * Stores a framework that was read from a file as a published version. The same file again changes nothing; another
 * text under a version that is already published is refused, since a published version never changes (DOMAIN section 2).
 */
export function loadFramework(db: Database, person: { id: string } | null, framework: Framework): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const sha256 = sha256Of(framework);
		const same = and(eq(frameworkVersions.framework, framework.id), eq(frameworkVersions.number, framework.version));
		const found = tx.select({ id: frameworkVersions.id, sha256: frameworkVersions.sha256 }).from(frameworkVersions).where(same).get();
		if (found?.sha256 === sha256) return done({ id: found.id });
		if (found)
			return refused(
				'version-taken',
				`Version ${framework.version} of ${framework.name} is already here with another text. Give the file a new version number.`
			);
		const { id } = tx
			.insert(frameworkVersions)
			.values({
				framework: framework.id,
				number: framework.version,
				name: framework.name,
				kind: framework.kind,
				state: 'published',
				document: framework,
				sha256,
				publishedAt: now(),
				publishedBy: person?.id
			})
			.returning({ id: frameworkVersions.id })
			.get();
		record(tx, person, `loaded framework ${framework.name} ${framework.version}`, { kind: 'framework version', id });
		return done({ id });
	});
}
