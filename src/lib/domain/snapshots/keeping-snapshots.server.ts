import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { keptPerDatabase, type Database, type Transaction } from '#lib/server/database.ts';
import { now } from '#lib/server/clock.ts';
import { canonicalText, sha256OfSnapshot, type Snapshot } from './snapshot.ts';
import { snapshots } from './tables.ts';

/** Stores a snapshot in its canonical text, with its SHA-256. It is never changed afterwards; a reopening is noted beside it. */
export function keepSnapshot(tx: Transaction, snapshot: Snapshot, takenBy: string): void {
	tx.insert(snapshots)
		.values({
			assessmentId: snapshot.assessment,
			number: snapshot.number,
			takenAt: now(),
			takenBy,
			content: JSON.parse(canonicalText(snapshot)) as Snapshot,
			sha256: sha256OfSnapshot(snapshot)
		})
		.run();
}

/** The newest snapshot of an assessment; undefined before it was first agreed. */
export const lastSnapshot = (db: Database, assessmentId: string) =>
	db.select().from(snapshots).where(eq(snapshots.assessmentId, assessmentId)).orderBy(desc(snapshots.number)).limit(1).get();

const any = keptPerDatabase((db) =>
	db
		.select({ one: sql`1` })
		.from(snapshots)
		.where(eq(snapshots.assessmentId, sql.placeholder('id')))
		.prepare()
);

/** Whether an assessment was ever agreed: once reopened it still has its history. */
export const hasSnapshot = (db: Database, assessmentId: string): boolean => any(db).get({ id: assessmentId }) !== undefined;

/** One snapshot by its number; undefined where there is none. */
export const snapshotNumbered = (db: Database, assessmentId: string, number: number) =>
	db
		.select()
		.from(snapshots)
		.where(and(eq(snapshots.assessmentId, assessmentId), eq(snapshots.number, number)))
		.get();

/** Every snapshot of an assessment, oldest first, with who took it. */
export const snapshotsOf = (db: Database, assessmentId: string) =>
	db
		.select({ snapshot: snapshots, takenByName: people.name })
		.from(snapshots)
		.leftJoin(people, eq(people.id, snapshots.takenBy))
		.where(eq(snapshots.assessmentId, assessmentId))
		.orderBy(asc(snapshots.number))
		.all();
