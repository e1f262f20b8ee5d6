import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from './tables.ts';
import { isOpen, statuses } from '#lib/domain/assessments/status.ts';
import { cycleIsClosed } from '#lib/domain/assessments/answering.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';

/** What is changed about a cycle. `version` is that of the cycle the person was looking at. */
export type Details = { cycleId: string; name: string; dueOn: string; version: number };

const labels = { name: 'Name', dueOn: 'Due date' };

/**
 * Changes the name and the due date of a running cycle. The due dates of assessments that are still with their service
 * follow; what has been handed in keeps the date it was due. Snapshots keep the name the cycle had.
 */
export function changeDetails(db: Database, person: Person, { cycleId, name, dueOn, version }: Details): Outcome {
	return write(db, (tx) => {
		const before = tx.select().from(cycles).where(eq(cycles.id, cycleId)).get();
		if (!before) return refused('unknown', 'There is no such cycle');
		if (before.version !== version) return staleSave(tx, { kind: 'cycle', id: cycleId }, before, { name, dueOn }, labels);
		if (before.closedAt !== null) return cycleIsClosed;
		if (dueOn < before.startsOn) return refused('dates', 'The due date must be on or after the start', 'dueOn');
		const same = and(eq(cycles.name, name), ne(cycles.id, cycleId));
		if (tx.select({ id: cycles.id }).from(cycles).where(same).get())
			return refused('name-taken', `There is already a cycle called ${name}`, 'name');
		const change = changesOf<{ name: string; dueOn: string }>(before, { name, dueOn });
		if (!Object.keys(change).length) return done();
		tx.update(cycles)
			.set({ name, dueOn, version: version + 1 })
			.where(eq(cycles.id, cycleId))
			.run();
		if (before.dueOn !== dueOn)
			tx.update(assessments)
				.set({ dueOn })
				.where(and(eq(assessments.cycleId, cycleId), inArray(assessments.status, statuses.filter(isOpen))))
				.run();
		record(tx, person, `changed cycle ${before.name}`, { kind: 'cycle', id: cycleId }, change);
		return done();
	});
}
