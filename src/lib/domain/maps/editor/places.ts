import type { MapStage } from '../map.ts';

/** As much of a map as its order needs. */
export type Order = readonly { id: string; name: string; steps: readonly { id: string; does: string }[] }[];

export const ways = ['up', 'down', 'left', 'right'] as const;
/** Up and down one place, over the edge of a stage into its neighbour; left and right to the stage before and after. */
export type Way = (typeof ways)[number];

/** Where a step stands in the words of `moveStep`: a stage, and the step it stands before (null: last). */
export type Place = { stage: string; before: string | null };

/** Where a step comes to stand; null where it is not in the map or cannot go further that way. */
export function placeBy(order: Order, stepId: string, way: Way): Place | null {
	const s = order.findIndex(({ steps }) => steps.some(({ id }) => id === stepId));
	const stage = order[s];
	if (!stage) return null;
	const i = stage.steps.findIndex(({ id }) => id === stepId);
	const last = i === stage.steps.length - 1;
	if (way === 'up' && i > 0) return { stage: stage.id, before: stage.steps[i - 1]?.id ?? null };
	if (way === 'down' && !last) return { stage: stage.id, before: stage.steps[i + 2]?.id ?? null };
	const next = order[way === 'up' || way === 'left' ? s - 1 : s + 1];
	if (!next) return null;
	return { stage: next.id, before: way === 'up' || way === 'left' ? null : (next.steps[0]?.id ?? null) };
}

/** 'Step 3 ‘Ring the council’': its number counts through the whole map. */
export function nameOf(order: Order, stepId: string): string {
	const all = order.flatMap(({ steps }) => steps);
	const i = all.findIndex(({ id }) => id === stepId);
	return i < 0 ? 'The step' : `Step ${i + 1} ‘${all[i]?.does}’`;
}

/** What is spoken after a move: 'Step 3 ‘Ring the council’ moved to stage Report it, place 2 of 4'. */
export function movedInWords(order: Order, stepId: string): string {
	const stage = order.find(({ steps }) => steps.some(({ id }) => id === stepId));
	if (!stage) return 'The step is no longer in the map';
	const place = stage.steps.findIndex(({ id }) => id === stepId) + 1;
	return `${nameOf(order, stepId)} moved to stage ${stage.name}, place ${place} of ${stage.steps.length}`;
}

/** The step to go to when another is gone: the one after it, else the one before; null where none is left. */
export function neighbourOf(stages: readonly Pick<MapStage, 'steps'>[], stepId: string): string | null {
	const all = stages.flatMap(({ steps }) => steps);
	const i = all.findIndex(({ id }) => id === stepId);
	return (all[i + 1] ?? all[i - 1])?.id ?? null;
}
