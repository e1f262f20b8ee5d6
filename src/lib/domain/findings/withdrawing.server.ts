import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedAfterReview } from './checking.server.ts';
import type { FindingSeen } from './finding.server.ts';
import { findings, recommendations } from './tables.ts';
import { onJourney } from './wording.ts';

export type Withdrawal = { reason: string; version: number };

/**
 * Withdraws a finding with its reason, and with it the recommendations nobody has decided on yet; what was decided stays.
 * It is never deleted. Refused where it was withdrawn already or its review is over; stale where somebody saved since.
 */
export function withdrawFinding(db: Database, person: Person, finding: FindingSeen, { reason, version }: Withdrawal): Outcome {
	return write(db, (tx) => {
		const over = refusedAfterReview(finding.journey);
		if (over) return over;
		if (!reason.trim()) return refused('no-reason', 'Enter why the finding is withdrawn', 'reason');
		const row = tx.select().from(findings).where(eq(findings.id, finding.id)).get();
		if (!row) throw new Error(`There is no finding ${finding.id}`);
		if (row.withdrawnReason) return refused('withdrawn', 'This finding was withdrawn already');
		if (row.version !== version)
			return staleSave(tx, { kind: 'finding', id: row.id }, row, { withdrawnReason: reason }, { withdrawnReason: 'Why it is withdrawn' });
		tx.update(findings)
			.set({ withdrawnReason: reason, version: version + 1 })
			.where(eq(findings.id, row.id))
			.run();
		const change = { withdrawnReason: { from: null, to: reason } };
		record(tx, person, `withdrew a finding${onJourney(finding)}`, { kind: 'finding', id: row.id }, change);
		const open = and(eq(recommendations.findingId, row.id), inArray(recommendations.state, ['proposed', 'deferred']));
		const before = new Map(
			tx
				.select({ id: recommendations.id, state: recommendations.state })
				.from(recommendations)
				.where(open)
				.all()
				.map(({ id, state }) => [id, state])
		);
		const withdrawn = tx
			.update(recommendations)
			.set({ state: 'withdrawn', withdrawnReason: reason, version: sql`${recommendations.version} + 1` })
			.where(open)
			.returning({ id: recommendations.id, number: recommendations.number })
			.all();
		for (const { id, number } of withdrawn)
			record(
				tx,
				person,
				`withdrew recommendation ${number} with its finding`,
				{ kind: 'recommendation', id },
				{
					state: { from: before.get(id), to: 'withdrawn' }
				}
			);
		return done();
	});
}
