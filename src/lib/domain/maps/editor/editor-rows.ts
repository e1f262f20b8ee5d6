import type { MapStage, MapStep } from '../map.ts';

/** A row of the editor's table: a stage's own line, or a step with its number through the whole map. */
export type StageLine = { id: string; stage: MapStage; place: number; step?: undefined };
export type StepLine = { id: string; stage: MapStage; step: MapStep; number: number };

/** Every stage followed by its steps, in order; the id of a row is that of its stage or step. */
export function editorRows(stages: readonly MapStage[]): (StageLine | StepLine)[] {
	let number = 0;
	return stages.flatMap((stage, place) => [
		{ id: stage.id, stage, place },
		...stage.steps.map((step) => ({ id: step.id, stage, step, number: ++number }))
	]);
}

/** The row after which a new step is typed: that of the step before it, or its stage's own; null where the stage is gone. */
export function rowBeforeNew(stages: readonly MapStage[], place: { stage: string; before: string | null }): string | null {
	const stage = stages.find(({ id }) => id === place.stage);
	if (!stage) return null;
	const i = stage.steps.findIndex(({ id }) => id === place.before);
	return (i < 0 ? stage.steps.at(-1) : stage.steps[i - 1])?.id ?? stage.id;
}
