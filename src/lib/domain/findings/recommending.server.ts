import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { refusedAfterReview } from './checking.server.ts';
import { faultsInRecommendation, recommendationLabels, type RecommendationDetails } from './details.ts';
import type { FindingSeen } from './finding.server.ts';
import { typedPounds } from './money.ts';
import { nextRecommendationNumber } from './numbering.server.ts';
import type { RecommendationRow, RecommendationSeen } from './recommendation.server.ts';
import { recommendations } from './tables.ts';

function refusedRecommendation({ journey, withdrawnReason }: FindingSeen, details: RecommendationDetails): Refused | null {
	const over = refusedAfterReview(journey);
	if (over) return over;
	if (withdrawnReason) return refused('withdrawn', 'This finding was withdrawn, so nothing can be recommended for it');
	const fault = faultsInRecommendation(details)[0];
	return fault ? refused('fault', fault.text, fault.field) : null;
}

/** Recommends something for a finding that the person was let in to work on, under the next number; proposed until somebody decides. DOMAIN section 3. */
export function addRecommendation(
	db: Database,
	person: Person,
	finding: FindingSeen,
	details: RecommendationDetails
): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const refusal = refusedRecommendation(finding, details);
		if (refusal) return refusal;
		const recommendation = { ...details, findingId: finding.id, number: nextRecommendationNumber(tx) };
		const { id } = tx.insert(recommendations).values(recommendation).returning({ id: recommendations.id }).get();
		record(tx, person, `made recommendation ${recommendation.number}`, { kind: 'recommendation', id }, changesOf({}, recommendation));
		return done({ id, number: recommendation.number });
	});
}

/** The refusal to change a recommendation that was decided on or withdrawn; null while it waits. DOMAIN section 8. */
export function decidedAlready({ number, state }: Pick<RecommendationRow, 'number' | 'state'>): Refused | null {
	if (state === 'proposed' || state === 'deferred') return null;
	return refused('decided', `Recommendation ${number} was ${state}, so it stands as it is`);
}

/** Changes a recommendation that waits for its decision. Stale, with both texts, where somebody saved since. DOMAIN section 8. */
export function saveRecommendation(
	db: Database,
	person: Person,
	{ id, finding }: RecommendationSeen,
	{ version, ...details }: RecommendationDetails & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(recommendations).where(eq(recommendations.id, id)).get();
		if (!row) throw new Error(`There is no recommendation ${id}`);
		const refusal = refusedRecommendation(finding, details) ?? decidedAlready(row);
		if (refusal) return refusal;
		if (row.version !== version)
			return staleSave(
				tx,
				{ kind: 'recommendation', id },
				{ ...row, ...inPounds(row) },
				{ ...details, ...inPounds(details) },
				recommendationLabels
			);
		const change = changesOf<RecommendationRow>(row, details);
		if (!Object.keys(change).length) return done({ version });
		tx.update(recommendations)
			.set({ ...details, version: version + 1 })
			.where(and(eq(recommendations.id, id), eq(recommendations.version, version)))
			.run();
		record(tx, person, `changed recommendation ${row.number}`, { kind: 'recommendation', id }, change);
		return done({ version: version + 1 });
	});
}

const inPounds = ({ costPence, otherSavingPence }: Pick<RecommendationDetails, 'costPence' | 'otherSavingPence'>) => ({
	costPence: typedPounds(costPence),
	otherSavingPence: typedPounds(otherSavingPence)
});

/** Withdraws a recommendation that waits for its decision, with the reason. It is never deleted. */
export function withdrawRecommendation(
	db: Database,
	person: Person,
	{ id, finding }: RecommendationSeen,
	{ reason, version }: { reason: string; version: number }
): Outcome {
	return write(db, (tx) => {
		const over = refusedAfterReview(finding.journey);
		if (over) return over;
		if (!reason.trim()) return refused('no-reason', 'Enter why the recommendation is withdrawn', 'reason');
		const row = tx.select().from(recommendations).where(eq(recommendations.id, id)).get();
		if (!row) throw new Error(`There is no recommendation ${id}`);
		const refusal = decidedAlready(row);
		if (refusal) return refusal;
		if (row.version !== version)
			return staleSave(tx, { kind: 'recommendation', id }, row, { withdrawnReason: reason }, { withdrawnReason: 'Why it is withdrawn' });
		const fields = { state: 'withdrawn' as const, withdrawnReason: reason };
		tx.update(recommendations)
			.set({ ...fields, version: version + 1 })
			.where(eq(recommendations.id, id))
			.run();
		record(tx, person, `withdrew recommendation ${row.number}`, { kind: 'recommendation', id }, changesOf<RecommendationRow>(row, fields));
		return done();
	});
}
