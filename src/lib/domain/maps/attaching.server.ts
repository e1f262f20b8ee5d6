import type { Person } from '#lib/domain/access/person.ts';
import { evidenceOffered } from '#lib/domain/evidence/offering.server.ts';
import type { Journey } from '#lib/domain/journeys/finding.server.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownStep, type Changed } from './changing.server.ts';
import { evidenceKey } from './map-rows.server.ts';
import { evidenceOfSteps } from './step-evidence.server.ts';

/** What a person can choose from the library for a step: evidence of the services its journey crosses, and the council's. */
export const evidenceForStep = (db: Database, person: Person, { serviceId, crosses }: Pick<Journey, 'serviceId' | 'crosses'>) =>
	evidenceOffered(db, person, [serviceId, ...crosses]);

/**
 * Makes these pieces the evidence of a step. What the person may not see or choose is neither added nor taken off. It is a
 * change of the map like any other: undone with it, and seen by others who look on. How well the step is evidenced stays what
 * the person judged. Refused once the review is over. DOMAIN section 4.
 */
export function attachToStep(
	db: Database,
	person: Person,
	journey: Pick<Journey, 'id' | 'state' | 'serviceId' | 'crosses'>,
	stepId: string,
	ids: readonly string[]
): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const offered = new Set(evidenceForStep(rows.tx, person, journey).map(({ id }) => id));
		const there = new Set(rows.evidenceOf(stepId).map(({ evidenceId }) => evidenceId));
		const wanted = new Set(ids.filter((id) => offered.has(id)));
		for (const evidenceId of wanted)
			if (!there.has(evidenceId)) {
				const row = { stepId, evidenceId, addedBy: person.id, addedAt: now() };
				rows.put('evidence', evidenceKey(row), row);
			}
		for (const evidenceId of there)
			if (offered.has(evidenceId) && !wanted.has(evidenceId)) rows.take('evidence', evidenceKey({ stepId, evidenceId }));
		return {
			mapId: step.mapId,
			what: `chose the evidence of step ${quoted(step.does)}`,
			about: { kind: 'map step', id: stepId },
			gives: {}
		};
	});
}

/** Takes one piece off a step, as long as the person may see it, withdrawn or not. Off already changes nothing. */
export function detachFromStep(
	db: Database,
	person: Person,
	journey: Pick<Journey, 'id' | 'state'>,
	stepId: string,
	evidenceId: string
): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const isThere = rows.evidenceOf(stepId).some((one) => one.evidenceId === evidenceId);
		const piece = evidenceOfSteps(rows.tx, person, [stepId])[stepId]?.pieces.find(({ id }) => id === evidenceId);
		if (isThere && !piece) return refused('out-of-sight', 'You may not see this piece of evidence, so you cannot take it off');
		if (piece) rows.take('evidence', evidenceKey({ stepId, evidenceId }));
		const what = `took evidence ${quoted(piece?.title ?? '')} off step ${quoted(step.does)}`;
		return { mapId: step.mapId, what, about: { kind: 'map step', id: stepId }, gives: {} };
	});
}
