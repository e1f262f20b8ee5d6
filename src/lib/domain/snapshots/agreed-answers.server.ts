import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import type { Snapshot, SnapshotEvidence } from './snapshot.ts';
import { snapshots } from './tables.ts';

const latest = keptPerDatabase((db) =>
	db
		.select({ content: snapshots.content })
		.from(snapshots)
		.where(and(eq(snapshots.assessmentId, sql.placeholder('id')), isNull(snapshots.reopenedAt)))
		.orderBy(desc(snapshots.number))
		.prepare()
);

/** The answers of an assessment as they were agreed, with the evidence as it then stood; null where nothing stands agreed. DOMAIN section 2.3. */
export function agreedAnswers(db: Database, assessmentId: string): Answer[] | null {
	const found = latest(db).get({ id: assessmentId });
	return found ? (found.content as Snapshot).answers : null;
}

/** The evidence of one criterion as it was agreed; null where nothing stands agreed. */
export const agreedEvidence = (db: Database, assessmentId: string, criterion: string): SnapshotEvidence[] | null =>
	(latest(db).get({ id: assessmentId })?.content as Snapshot | undefined)?.answers.find((one) => one.criterion === criterion)?.evidence ??
	null;
