import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { sha256Of } from './loading.server.ts';
import { versionById } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';
import { nextVersion } from '../versions/version-numbers.ts';

/** The number that a copy would get unless told otherwise. */
export const proposedNumber = (db: Database, framework: string): string =>
	nextVersion(
		db
			.select({ number: frameworkVersions.number })
			.from(frameworkVersions)
			.where(eq(frameworkVersions.framework, framework))
			.all()
			.map(({ number }) => number)
	);

/** Copies a version into a new draft, which alone can be edited (DOMAIN section 2). Refused where the number is taken. */
export function copyFramework(db: Database, person: Person, versionId: string, number: string): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const source = versionById(tx, versionId);
		if (!source) return refused('unknown', 'This framework is not here any more');
		if (isTaken(tx, source.framework, number)) return refused('number-taken', `There is already a version ${number}`, 'number');
		const document = { ...source.document, version: number };
		const { id } = tx
			.insert(frameworkVersions)
			.values({
				framework: source.framework,
				number,
				name: source.name,
				kind: source.kind,
				state: 'draft',
				document,
				sha256: sha256Of(document),
				copiedFrom: source.id,
				savedAt: now(),
				savedBy: person.id
			})
			.returning({ id: frameworkVersions.id })
			.get();
		record(tx, person, `copied framework ${source.name} ${source.number} to draft ${number}`, { kind: 'framework version', id });
		return done({ id });
	});
}

/** Whether a framework has a version of this number, other than the one named. */
export function isTaken(db: Database, framework: string, number: string, except = ''): boolean {
	const same = and(eq(frameworkVersions.framework, framework), eq(frameworkVersions.number, number));
	const found = db.select({ id: frameworkVersions.id }).from(frameworkVersions).where(same).get();
	return found !== undefined && found.id !== except;
}
