import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownStage, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import { placeInMap, placeInStage } from './positions.server.ts';

/**
 * Moves a step into a stage of the same map, before another step of it or last. What the step says stays as it is, so its
 * version does too, and whoever is typing in it can go on.
 */
export function moveStep(
	db: Database,
	person: Person,
	journey: OfJourney,
	stepId: string,
	toStage: string,
	before: string | null = null
): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const stage = rows.stage(toStage);
		if (!stage || stage.mapId !== step.mapId) return unknownStage;
		if (before === stepId) return refused('into-itself', 'A step cannot be moved before itself. Choose another step');
		if (before !== null && rows.step(before)?.stageId !== toStage) return unknownStep;
		const inOrder = step.stageId === toStage ? rows.stepsIn(toStage).map(({ id }) => id) : [];
		const next = inOrder[inOrder.indexOf(stepId) + 1] ?? null;
		const stays = step.stageId === toStage && next === before;
		if (!stays) {
			const position = placeInStage(rows, toStage, before, stepId);
			// numbering the stage anew may have moved the step itself
			rows.put('step', stepId, { ...(rows.step(stepId) ?? step), stageId: toStage, position });
		}
		return {
			mapId: step.mapId,
			what: `moved step ${quoted(step.does)} to stage ${quoted(stage.name)}`,
			about: { kind: 'map step', id: stepId },
			gives: {}
		};
	});
}

/** Moves a stage with its steps before another stage of the map, or last. Refused where that other is itself. */
export function moveStage(
	db: Database,
	person: Person,
	journey: OfJourney,
	stageId: string,
	before: string | null = null
): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const stage = rows.stage(stageId);
		if (!stage) return unknownStage;
		if (before === stageId) return refused('into-itself', 'A stage cannot be moved into itself. Choose another stage', 'before');
		if (before !== null && rows.stage(before)?.mapId !== stage.mapId) return unknownStage;
		const inOrder = rows.stagesIn(stage.mapId).map(({ id }) => id);
		const next = inOrder[inOrder.indexOf(stageId) + 1] ?? null;
		if (next !== before) {
			const position = placeInMap(rows, stage.mapId, before, stageId);
			rows.put('stage', stageId, { ...(rows.stage(stageId) ?? stage), position });
		}
		return { mapId: stage.mapId, what: `moved stage ${quoted(stage.name)}`, about: { kind: 'map stage', id: stageId }, gives: {} };
	});
}
