import { asc, eq, gt } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { recomputes, sha256OfSnapshot, type Snapshot } from './snapshot.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { snapshots } from './tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';

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
	const page = db
		.select({
			id: snapshots.id,
			assessmentId: snapshots.assessmentId,
			number: snapshots.number,
			content: snapshots.content,
			sha256: snapshots.sha256,
			service: services.name,
			cycle: cycles.name
		})
		.from(snapshots)
		.innerJoin(assessments, eq(assessments.id, snapshots.assessmentId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(gt(snapshots.id, after))
		.orderBy(asc(snapshots.id))
		.limit(limit)
		.all();
	const faults = page.flatMap((snapshot) => {
		const fault = faultOf(snapshot);
		if (!fault) return [];
		const { assessmentId, number, service, cycle } = snapshot;
		return [{ assessmentId, number, service, cycle, fault }];
	});
	return { checked: page.length, faults, last: page.length < limit ? null : (page.at(-1)?.id ?? null) };
}

const listedAtMost = 100;

/**
 * Checks every snapshot there is: how many, how many are not whole, and the first hundred of those. Slow where there
 * are many: run it in the worker.
 */
export function checkAllSnapshots(db: Database) {
	const all = { checked: 0, faulty: 0, faults: [] as ReturnType<typeof checkSnapshots>['faults'] };
	let after: string | null = '';
	while (after !== null) {
		const piece: ReturnType<typeof checkSnapshots> = checkSnapshots(db, { after });
		all.checked += piece.checked;
		all.faulty += piece.faults.length;
		all.faults.push(...piece.faults.slice(0, listedAtMost - all.faults.length));
		after = piece.last;
	}
	return all;
}
