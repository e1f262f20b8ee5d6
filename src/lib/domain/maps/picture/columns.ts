import { differenceOf } from '../difference.ts';
import { stepsOf, type JourneyMap, type MapStep } from '../map.ts';

/** What becomes of a step from as-is to to-be. */
export type Fate = 'as it was' | 'changed' | 'new' | 'taken away';

/** One column of the picture: a step as it is, with what it is to be. At least one of the two is there. */
export type Column = {
	/** The place of the step on its way, from 1; null for one that is only to be, beside a map of what is. */
	number: number | null;
	asIs: MapStep | null;
	toBe: MapStep | null;
	/** Null where there is only one map. */
	fate: Fate | null;
	/** Where the step is to stand instead: in which other stage, if so, and after which step (null: first); null where it is not moved. */
	moved: { stage: string | null; after: string | null } | null;
};

/** A stage with its columns, at least one. */
export type ColumnGroup = { name: string; who: string; columns: Column[] };

/** Everything a reader of the picture sees of a step; where the two differ, the step is changed. */
const seen = [
	'does',
	'wants',
	'channel',
	'servedBy',
	'backstage',
	'systems',
	'emotion',
	'waitingMinutes',
	'handlingMinutes',
	'momentOfTruth',
	'demand',
	'failureDemand',
	'painPoints'
] as const satisfies (keyof MapStep)[];

const isSame = (a: MapStep, b: MapStep) => seen.every((part) => a[part] === b[part]);

type Place = { stage: { name: string; who: string }; asIs: MapStep | null; toBe: MapStep | null };

/**
 * Lays the to-be map over the as-is map: each step of either stands in exactly one column. A step of the to-be map stands with
 * the step it was made from; one that was made from none, or from a step that another already stands with, has a column of its
 * own after the step before it. DOMAIN section 4.
 * @param asIs null where there is only a to-be map
 */
export function columnsOf(asIs: JourneyMap | null, toBe: JourneyMap | null): ColumnGroup[] {
	const places: Place[] = placesIn(asIs, 'asIs');
	const byOrigin = new Map(places.map((place) => [place.asIs?.id, place]));
	let before: Place | undefined;
	for (const { stage, toBe: step } of placesIn(toBe, 'toBe')) {
		const origin = step?.fromStepId ? byOrigin.get(step.fromStepId) : undefined;
		if (origin && !origin.toBe) before = Object.assign(origin, { toBe: step });
		else {
			const place: Place = { stage: before?.stage.name === stage.name ? before.stage : stage, asIs: null, toBe: step };
			places.splice(before ? places.indexOf(before) + 1 : 0, 0, place);
			before = place;
		}
	}
	return grouped(places, asIs && toBe ? movedIn(asIs, toBe) : null);
}

const placesIn = (map: JourneyMap | null, side: 'asIs' | 'toBe'): Place[] =>
	(map?.stages ?? []).flatMap((stage) => stage.steps.map((step) => ({ stage, asIs: null, toBe: null, [side]: step })));

/** The steps of the to-be map that are moved, with where they stand there. */
function movedIn(asIs: JourneyMap, toBe: JourneyMap): Map<string, Column['moved']> {
	const order = stepsOf(toBe);
	const before = new Map(order.map(({ id }, i) => [id, order[i - 1]?.does ?? null]));
	return new Map(differenceOf(asIs, toBe).moved.map(({ to, stage }) => [to.id, { stage, after: before.get(to.id) ?? null }]));
}

/** The columns under their stages. `moved`: null where there is only one map. */
function grouped(places: Place[], moved: Map<string, Column['moved']> | null): ColumnGroup[] {
	const both = moved !== null;
	const groups: (ColumnGroup & { of: Place['stage'] })[] = [];
	let counted = 0;
	for (const { stage, asIs, toBe } of places) {
		const last = groups.at(-1);
		const group = last?.of === stage ? last : { of: stage, name: stage.name, who: stage.who, columns: [] };
		if (group !== last) groups.push(group);
		const number = both && !asIs ? null : ++counted;
		group.columns.push({ number, asIs, toBe, fate: both ? fateOf(asIs, toBe) : null, moved: moved?.get(toBe?.id ?? '') ?? null });
	}
	return groups.map(({ name, who, columns }) => ({ name, who, columns }));
}

function fateOf(asIs: MapStep | null, toBe: MapStep | null): Fate {
	if (!asIs) return 'new';
	if (!toBe) return 'taken away';
	return isSame(asIs, toBe) ? 'as it was' : 'changed';
}

/** The stages of a map that hold no step yet: the picture has no place for them, so the page names them. */
export const emptyStagesOf = (...maps: (JourneyMap | null)[]): string[] => [
	...new Set(maps.flatMap((map) => map?.stages ?? []).flatMap(({ name, steps }) => (steps.length ? [] : [name])))
];

/** The step a column is about: as it is, or where it is new, as it is to be. */
export const mainStep = ({ asIs, toBe }: Column): MapStep => {
	const step = asIs ?? toBe;
	if (!step) throw new Error('A column of the picture holds no step');
	return step;
};

export const columnsIn = (groups: readonly ColumnGroup[]): Column[] => groups.flatMap(({ columns }) => columns);
export const hasAsIs = (groups: readonly ColumnGroup[]): boolean => columnsIn(groups).some(({ asIs }) => asIs);
export const hasToBe = (groups: readonly ColumnGroup[]): boolean => columnsIn(groups).some(({ toBe }) => toBe);
