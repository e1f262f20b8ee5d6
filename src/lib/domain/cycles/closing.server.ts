import { and, count, eq, ne } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from './tables.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';

type Asked = { cycleId: string; version: number };

/** There is no text to compare: the page is to be read again. */
const changedMeanwhile: Refused = {
	ok: false,
	code: 'stale',
	text: 'Somebody changed this cycle while you were reading. Open the page again to see how it stands.'
};

/** How many assessments of a cycle are not agreed. */
export const notAgreedIn = (db: Database, cycleId: string): number =>
	db
		.select({ n: count() })
		.from(assessments)
		.where(and(eq(assessments.cycleId, cycleId), ne(assessments.status, 'agreed')))
		.get()?.n ?? 0;

/**
 * Closes a cycle: from then on nothing in it is answered, submitted, moderated or agreed, and no service joins it. What
 * is there stays readable as it stands. While assessments are not agreed it has to be confirmed, with a reason.
 */
export function closeCycle(
	db: Database,
	person: Person,
	{ cycleId, version, confirmed, reason }: Asked & { confirmed: boolean; reason: string }
): Outcome {
	return write(db, (tx) => {
		const cycle = tx.select().from(cycles).where(eq(cycles.id, cycleId)).get();
		if (!cycle) return refused('unknown', 'There is no such cycle');
		if (cycle.version !== version) return changedMeanwhile;
		if (cycle.closedAt !== null) return done();
		const left = notAgreedIn(tx, cycleId);
		if (left && !confirmed) return refused('not-agreed', 'Confirm that the cycle closes before all assessments are agreed', 'confirmed');
		if (left && !reason) return refused('no-reason', 'Enter the reason for closing before all are agreed', 'reason');
		const closed = { closedAt: now(), closedReason: left ? reason : '' };
		tx.update(cycles)
			.set({ ...closed, version: version + 1 })
			.where(eq(cycles.id, cycleId))
			.run();
		const what = left ? `closed cycle ${cycle.name} with ${left} not agreed: ${reason}` : `closed cycle ${cycle.name}`;
		record(tx, person, what, { kind: 'cycle', id: cycleId }, { closedAt: { from: null, to: closed.closedAt } });
		return done();
	});
}

/** Opens a closed cycle again: everything in it goes on from where it stood. */
export function openCycle(db: Database, person: Person, { cycleId, version }: Asked): Outcome {
	return write(db, (tx) => {
		const cycle = tx.select().from(cycles).where(eq(cycles.id, cycleId)).get();
		if (!cycle) return refused('unknown', 'There is no such cycle');
		if (cycle.version !== version) return changedMeanwhile;
		if (cycle.closedAt === null) return done();
		tx.update(cycles)
			.set({ closedAt: null, closedReason: '', version: version + 1 })
			.where(eq(cycles.id, cycleId))
			.run();
		const change = {
			closedAt: { from: cycle.closedAt, to: null },
			...(cycle.closedReason && { closedReason: { from: cycle.closedReason, to: '' } })
		};
		record(tx, person, `opened cycle ${cycle.name} again`, { kind: 'cycle', id: cycleId }, change);
		return done();
	});
}
