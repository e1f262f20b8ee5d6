import { and, desc, eq, like } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { changesBetween } from './comparing.ts';
import { frameworkOf } from './finding.server.ts';
import { versionById } from './seeing.server.ts';

/** The last times that assessments were moved to a version: when, by whom, in words. */
export const movesTo = (db: Database, versionId: string) =>
	db
		.select({ what: auditLines.what, at: auditLines.at, by: people.name })
		.from(auditLines)
		.leftJoin(people, eq(people.id, auditLines.personId))
		.where(and(eq(auditLines.thing, 'framework version'), eq(auditLines.thingId, versionId), like(auditLines.what, 'moved %')))
		.orderBy(desc(auditLines.number))
		.limit(5)
		.all();

/**
 * For an assessment's task list: that it was moved to another version, when, and what is different there. Null where it
 * never was.
 */
export function changesNotice(db: Database, assessmentId: string) {
	const line = db
		.select({ at: auditLines.at, change: auditLines.change })
		.from(auditLines)
		.where(
			and(
				eq(auditLines.thing, 'assessment'),
				eq(auditLines.thingId, assessmentId),
				like(auditLines.what, 'moved the assessment from version %')
			)
		)
		.orderBy(desc(auditLines.number))
		.limit(1)
		.get();
	const { from: before, to: after } = line?.change.frameworkVersionId ?? {};
	const [from, to] = [versionById(db, String(before)), versionById(db, String(after))];
	if (!line || !from || !to) return null;
	const emptied = line.change.emptied?.from;
	return {
		at: line.at,
		from: from.number,
		to: to.number,
		emptied: Array.isArray(emptied) ? emptied.length : 0,
		changes: changesBetween(frameworkOf(db, from.id), frameworkOf(db, to.id)).map(({ sentence }) => sentence)
	};
}
