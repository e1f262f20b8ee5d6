import { stepsOf, type JourneyMap, type MapStep } from './map.ts';
import { stepFieldNames, type StepFields } from './step-fields.ts';

/** What a to-be map does differently. A step can be changed and moved. */
export type Difference = {
	added: MapStep[];
	removed: MapStep[];
	changed: { from: MapStep; to: MapStep; fields: (keyof StepFields)[] }[];
	/** Into another stage, or before or after steps it was not. */
	moved: { from: MapStep; to: MapStep }[];
	/** How many steps are as they were, and where they were. */
	same: number;
};

/** What was found at the as-is step, which a step that does not exist yet cannot have. */
const found = new Set<keyof StepFields>(['quote', 'painPoints', 'evidenced']);
const compared = stepFieldNames.filter((field) => !found.has(field));

/**
 * From as-is to to-be: which steps are new, gone, changed (and in which fields) and moved. Steps are matched by the as-is
 * step that a to-be step was made from; of several made from one, the first is it and the others are new. Moved is as few
 * steps as explain the new order. A stage that only got another name moves nothing. DOMAIN section 4.
 */
export function differenceOf(asIs: Pick<JourneyMap, 'stages'>, toBe: Pick<JourneyMap, 'stages'>): Difference {
	const before = stepsOf(asIs);
	const byId = new Map(before.map((step) => [step.id, step]));
	const matched = new Map<string, MapStep>();
	const added: MapStep[] = [];
	for (const to of stepsOf(toBe)) {
		const { fromStepId } = to;
		if (fromStepId !== null && byId.has(fromStepId) && !matched.has(fromStepId)) matched.set(fromStepId, to);
		else added.push(to);
	}
	const pairs = [...matched].map(([id, to]) => ({ from: byId.get(id) as MapStep, to }));
	const changed = pairs.flatMap(({ from, to }) => {
		const fields = compared.filter((field) => from[field] !== to[field]);
		return fields.length ? [{ from, to, fields }] : [];
	});
	const within = pairs.filter((pair) => !inOtherStage(asIs, toBe, pair));
	const stayed = inOrder(within.map(({ from }) => before.indexOf(from)));
	const moved = pairs.filter((pair) => !stayed.has(within.indexOf(pair)));
	const touched = new Set([...changed, ...moved].map(({ to }) => to.id));
	return {
		added,
		removed: before.filter(({ id }) => !matched.has(id)),
		changed,
		moved,
		same: pairs.length - touched.size
	};
}

const stageNameOf = ({ stages }: Pick<JourneyMap, 'stages'>, step: MapStep) =>
	stages
		.find(({ steps }) => steps.includes(step))
		?.name.trim()
		.toLowerCase();

/** In a stage of another name, where its former stage is still there under its own. */
function inOtherStage(asIs: Pick<JourneyMap, 'stages'>, toBe: Pick<JourneyMap, 'stages'>, { from, to }: { from: MapStep; to: MapStep }) {
	const was = stageNameOf(asIs, from);
	return was !== stageNameOf(toBe, to) && toBe.stages.some(({ name }) => name.trim().toLowerCase() === was);
}

/** Which of some different numbers stand in a longest rising row, by their place. */
function inOrder(numbers: number[]): Set<number> {
	const best: { length: number; last: number | null }[] = [];
	let end: number | null = null;
	numbers.forEach((number, i) => {
		let length = 1;
		let last: number | null = null;
		for (let j = 0; j < i; j++) {
			const one = best[j];
			if (one && (numbers[j] ?? 0) < number && one.length + 1 > length) [length, last] = [one.length + 1, j];
		}
		best.push({ length, last });
		if (end === null || length > (best[end]?.length ?? 0)) end = i;
	});
	const places = new Set<number>();
	for (let at: number | null = end; at !== null; at = best[at]?.last ?? null) places.add(at);
	return places;
}
