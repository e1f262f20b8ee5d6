import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import { evidenceKey } from './map-rows.server.ts';
import { mergedStep } from './merged-step.ts';
import { staleStep, typedOf } from './saving.server.ts';
import { faultsIn } from './step-fields.ts';

/**
 * Makes one step of a step and the one that follows it in its stage, as `mergedStep` says; the evidence of both supports
 * it. Refused where none follows, or where the joined texts would be too long.
 */
export function mergeSteps(
	db: Database,
	person: Person,
	journey: OfJourney,
	stepId: string,
	version?: number
): Outcome<{ version: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const stale = staleStep(rows, step, version);
		if (stale) return stale;
		const inOrder = rows.stepsIn(step.stageId);
		const next = inOrder[inOrder.findIndex(({ id }) => id === stepId) + 1];
		if (!next) return refused('none-follows', 'No step follows this one in its stage, so there is nothing to merge it with');
		const merged = mergedStep(typedOf(step), typedOf(next));
		const [fault] = faultsIn(merged);
		if (fault) return refused('fault', `The two steps cannot be merged: ${fault.text}`, fault.field);
		const evidence = rows.evidenceOf(next.id);
		rows.take('step', next.id);
		const { version: saved } = rows.put('step', stepId, { ...step, ...merged, fromStepId: step.fromStepId ?? next.fromStepId });
		for (const row of evidence) {
			const moved = { ...row, stepId };
			rows.put('evidence', evidenceKey(moved), moved);
		}
		const what = `merged step ${quoted(step.does)} with ${quoted(next.does)}`;
		return { mapId: step.mapId, what, about: { kind: 'map step', id: stepId }, gives: { version: saved } };
	});
}
