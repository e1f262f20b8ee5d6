import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Answer } from '#lib/domain/results/answer.ts';
import type { Snapshot, SnapshotEvidence } from './snapshot.ts';
import { snapshots } from './tables.ts';

const latest = keptPerDatabase((db) => ({
	id: db
		.select({ id: snapshots.id })
		.from(snapshots)
		.where(and(eq(snapshots.assessmentId, sql.placeholder('id')), isNull(snapshots.reopenedAt)))
		.orderBy(desc(snapshots.number))
		.prepare(),
	content: db
		.select({ content: snapshots.content })
		.from(snapshots)
		.where(eq(snapshots.id, sql.placeholder('id')))
		.prepare(),
	// a snapshot never changes, and taking its text apart is most of what a page about it costs
	read: new Map<string, Snapshot>()
}));
const mostRead = 32;

/** What stands agreed of an assessment; null where nothing does. It is kept between requests: do not change it. */
function agreedNow(db: Database, assessmentId: string): Snapshot | null {
	const { id: latestId, content, read } = latest(db);
	const id = latestId.get({ id: assessmentId })?.id;
	if (!id) return null;
	const known = read.get(id);
	if (known) return known;
	const snapshot = content.get({ id })?.content as Snapshot;
	// inside a transaction it may yet be undone
	if (db.$client.inTransaction) return snapshot;
	if (read.size >= mostRead) read.delete(read.keys().next().value ?? '');
	read.set(id, snapshot);
	return snapshot;
}

/** The answers of an assessment as they were agreed, with the evidence as it then stood; null where nothing stands agreed. DOMAIN section 2.3. */
export const agreedAnswers = (db: Database, assessmentId: string): Answer[] | null => agreedNow(db, assessmentId)?.answers ?? null;

/** The evidence of one criterion as it was agreed; null where nothing stands agreed. */
export const agreedEvidence = (db: Database, assessmentId: string, criterion: string): SnapshotEvidence[] | null =>
	agreedNow(db, assessmentId)?.answers.find((one) => one.criterion === criterion)?.evidence ?? null;
