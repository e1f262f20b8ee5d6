import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database } from '#lib/server/database.ts';
import { changing, quoted, unknownStage, unknownStep, type Changed, type OfJourney } from './changing.server.ts';
import { staleStep } from './saving.server.ts';

/** Takes a step out of its map; `undo` brings it back with its evidence. Stale where somebody saved it since the version seen, if told. */
export function removeStep(db: Database, person: Person, journey: OfJourney, stepId: string, version?: number): Outcome<Changed> {
	return changing(db, person, journey, (rows) => {
		const step = rows.step(stepId);
		if (!step) return unknownStep;
		const stale = staleStep(rows, step, version);
		if (stale) return stale;
		rows.take('step', stepId);
		return { mapId: step.mapId, what: `removed step ${quoted(step.does)}`, about: { kind: 'map step', id: stepId }, gives: {} };
	});
}

/** Takes a stage out of its map. One that holds steps only where the person says `withSteps`, and then with them. */
export function removeStage(
	db: Database,
	person: Person,
	journey: OfJourney,
	stageId: string,
	{ withSteps = false }: { withSteps?: boolean } = {}
): Outcome<{ steps: number } & Changed> {
	return changing(db, person, journey, (rows) => {
		const stage = rows.stage(stageId);
		if (!stage) return unknownStage;
		const steps = rows.stepsIn(stageId);
		if (steps.length && !withSteps)
			return refused(
				'not-empty',
				`Stage ${quoted(stage.name)} holds ${countOf(steps.length)}. Move what it holds first, or remove it too`,
				'withSteps'
			);
		for (const { id } of steps) rows.take('step', id);
		rows.take('stage', stageId);
		const what = `removed stage ${quoted(stage.name)}${steps.length ? ` with ${countOf(steps.length)}` : ''}`;
		return { mapId: stage.mapId, what, about: { kind: 'map stage', id: stageId }, gives: { steps: steps.length } };
	});
}

const countOf = (steps: number) => (steps === 1 ? 'one step' : `${steps} steps`);
