import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedWhenFrozen } from './answering.server.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { answers, assessments } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { now } from '#lib/server/clock.ts';

/** A carried-over answer as the person saw it. */
export type Seen = { criterion: string; version: number };

/**
 * Confirms carried-over answers as they stand: from then on they count as answered. Those that somebody has changed
 * since the person looked are left as they are, and the whole is refused where any was, so that nobody
 * confirms what they have not read. DOMAIN section 2.3.
 */
export function confirm(db: Database, person: Person, assessmentId: string, seen: Seen[], today: string): Outcome<{ confirmed: number }> {
	return write(db, (tx) => {
		const found = tx
			.select({ status: assessments.status, closedAt: cycles.closedAt })
			.from(assessments)
			.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
			.where(eq(assessments.id, assessmentId))
			.get();
		if (!found) return refused('unknown', 'This assessment is not here');
		const frozen = refusedWhenFrozen(found);
		if (frozen) return frozen;
		const versions = new Map(seen.map(({ criterion, version }) => [criterion, version]));
		const standing = tx
			.select({ criterion: answers.criterion, version: answers.version })
			.from(answers)
			.where(and(eq(answers.assessmentId, assessmentId), eq(answers.toConfirm, true), inArray(answers.criterion, [...versions.keys()])))
			.all();
		const changed = standing.filter(({ criterion, version }) => versions.get(criterion) !== version);
		if (changed.length)
			return refused(
				'changed',
				`Nothing is confirmed: the answer to ${changed.map(({ criterion }) => criterion).join(', ')} was changed while you were reading. Look again, then confirm.`
			);
		const criteria = standing.map(({ criterion }) => criterion);
		if (!criteria.length) return done({ confirmed: 0 });
		tx.update(answers)
			.set({ toConfirm: false, answeredBy: person.id, answeredAt: now(), version: sql`${answers.version} + 1` })
			.where(and(eq(answers.assessmentId, assessmentId), inArray(answers.criterion, criteria)))
			.run();
		record(
			tx,
			person,
			`confirmed carried-over answers: ${criteria.join(', ')}`,
			{ kind: 'assessment', id: assessmentId },
			{ toConfirm: { from: true, to: false } }
		);
		keepResults(tx, assessmentId, today);
		return done({ confirmed: criteria.length });
	});
}
