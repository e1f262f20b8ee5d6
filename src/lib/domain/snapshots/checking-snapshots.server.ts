import { asc, gt } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { recomputes, sha256OfSnapshot, type Snapshot } from './snapshot.ts';
import { snapshots } from '#lib/domain/assessments/tables.ts';

/** What is wrong with a snapshot: its text is not the one that was agreed, or its figures come out differently now. */
export type SnapshotFault = 'altered' | 'computes differently';

/** Checks one snapshot against its SHA-256 and works its figures out again; null when it is whole (DOMAIN section 2.3). */
export function faultOf({ content, sha256 }: { content: Snapshot; sha256: string }): SnapshotFault | null {
	if (sha256OfSnapshot(content) !== sha256) return 'altered';
	return recomputes(content) ? null : 'computes differently';
}

/**
 * Checks up to `limit` snapshots after the one with id `after`, so that a caller can go through all of them in pieces.
 * `last` is where to go on from; null when there are no more.
 */
export function checkSnapshots(db: Database, { after = '', limit = 50 }: { after?: string; limit?: number } = {}) {
	const page = db.select().from(snapshots).where(gt(snapshots.id, after)).orderBy(asc(snapshots.id)).limit(limit).all();
	const faults = page.flatMap((snapshot) => {
		const fault = faultOf(snapshot);
		return fault ? [{ assessmentId: snapshot.assessmentId, number: snapshot.number, fault }] : [];
	});
	return { checked: page.length, faults, last: page.length < limit ? null : (page.at(-1)?.id ?? null) };
}
