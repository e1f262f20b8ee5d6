import { stepsOf, type JourneyMap, type MapStep } from './map.ts';
import { stepFieldNames, type StepFields } from './step-fields.ts';

/** What a to-be map does differently. A step can be changed and moved. */
export type Difference = {
	added: MapStep[];
	removed: MapStep[];
	changed: { from: MapStep; to: MapStep; fields: (keyof StepFields)[] }[];
	/** Into another stage (which), or before or after steps it was not (null). */
	moved: { from: MapStep; to: MapStep; stage: string | null }[];
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
	const isElsewhere = inOtherStage(asIs, toBe);
	const place = new Map(before.map((step, i) => [step, i]));
	const within = pairs.filter((pair) => !isElsewhere(pair));
	const stayed = inOrder(within.map(({ from }) => place.get(from) ?? 0));
	const inPlace = new Set(within.filter((_, i) => stayed.has(i)));
	const moved = pairs.flatMap((pair) => (inPlace.has(pair) ? [] : [{ ...pair, stage: isElsewhere(pair) ? stageOf(toBe, pair.to) : null }]));
	const touched = new Set([...changed, ...moved].map(({ to }) => to.id));
	return {
		added,
		removed: before.filter(({ id }) => !matched.has(id)),
		changed,
		moved,
		same: pairs.length - touched.size
	};
}

const stageOf = ({ stages }: Pick<JourneyMap, 'stages'>, step: MapStep) => stages.find(({ steps }) => steps.includes(step))?.name ?? '';

const plain = (name: string) => name.trim().toLowerCase();
const stageNames = ({ stages }: Pick<JourneyMap, 'stages'>) =>
	new Map(stages.flatMap(({ name, steps }) => steps.map((step) => [step, plain(name)] as const)));

/** Whether a step is in a stage of another name, where its former stage is still there under its own. */
function inOtherStage(asIs: Pick<JourneyMap, 'stages'>, toBe: Pick<JourneyMap, 'stages'>) {
	const [before, after] = [stageNames(asIs), stageNames(toBe)];
	const stillThere = new Set(toBe.stages.map(({ name }) => plain(name)));
	return ({ from, to }: { from: MapStep; to: MapStep }): boolean => {
		const was = before.get(from) ?? '';
		return was !== after.get(to) && stillThere.has(was);
	};
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
