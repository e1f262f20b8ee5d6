import type { Point } from './xmr.ts';

/** What is unlikely to be chance, DOMAIN section 7. */
export const signalKinds = ['beyond a limit', 'run on one side', 'trend', 'two of three'] as const;
export type SignalKind = (typeof signalKinds)[number];

/** One signal with the points that make it, by their places in the series (0 is the first). */
export type Signal = { kind: SignalKind; points: number[]; side: 'high' | 'low'; text: string };

const runLength = 7;

/** The longest stretches of at least `least` neighbours that share a side; 0 belongs to none. */
function stretches(sides: readonly number[], least: number): { from: number; to: number; side: number }[] {
	const found: { from: number; to: number; side: number }[] = [];
	let from = 0;
	for (let at = 1; at <= sides.length; at += 1) {
		if (sides[at] === sides[from]) continue;
		const side = sides[from] as number;
		if (side !== 0 && at - from >= least) found.push({ from, to: at - 1, side });
		from = at;
	}
	return found;
}

const places = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const sideOf = (sign: number): Signal['side'] => (sign > 0 ? 'high' : 'low');

/** Overlapping groups of three, each with two or more in the outer third, put together. */
function twoOfThree(outer: readonly number[]): { points: number[]; side: number }[] {
	const found: { points: number[]; side: number; last: number }[] = [];
	for (const side of [1, -1]) {
		for (let at = 0; at + 2 < outer.length; at += 1) {
			const points = [at, at + 1, at + 2].filter((place) => outer[place] === side);
			if (points.length < 2) continue;
			const before = found.at(-1);
			if (before?.side === side && (points[0] as number) <= before.last) {
				before.points = [...new Set([...before.points, ...points])];
				before.last = points.at(-1) as number;
			} else found.push({ points, side, last: points.at(-1) as number });
		}
	}
	return found;
}

/**
 * The signals of a series: a point beyond a limit; 7 or more in a row on one side of the centre; 7 or more in a row rising
 * or falling; 2 of 3 neighbours beyond two thirds of the way to the same limit. A point on the centre ends a run.
 * @param reach the distance from the centre to either limit
 * Source: NHS England, Making Data Count.
 */
export function signalsOf(points: readonly Point[], centre: number, reach: number): Signal[] {
	// far below any digit that is shown: sums of decimals differ from their value by that much
	const hair = 1e-9 * Math.max(1, Math.abs(centre), reach);
	const away = points.map(({ value }) => value - centre);
	const beyond = (by: number) => away.map((one) => (Math.abs(one) > by + hair ? Math.sign(one) : 0));
	const steps = points.slice(1).map(({ value }, at) => Math.sign(value - (points[at] as Point).value));
	const name = (at: number) => (points[at] as Point).name;
	const span = (from: number, to: number) => `${to - from + 1} in a row, ${name(from)} to ${name(to)}`;
	return [
		...beyond(reach).flatMap((side, at): Signal[] =>
			side === 0
				? []
				: [
						{
							kind: 'beyond a limit',
							points: [at],
							side: sideOf(side),
							text: `${name(at)} is ${side > 0 ? 'above the upper' : 'below the lower'} limit.`
						}
					]
		),
		...stretches(beyond(0), runLength).map(({ from, to, side }): Signal => ({
			kind: 'run on one side',
			points: places(from, to),
			side: sideOf(side),
			text: `${span(from, to)}, are ${side > 0 ? 'above' : 'below'} the centre.`
		})),
		...stretches(steps, runLength - 1).map(({ from, to, side }): Signal => ({
			kind: 'trend',
			points: places(from, to + 1),
			side: sideOf(side),
			text: `${span(from, to + 1)}, are each ${side > 0 ? 'higher' : 'lower'} than the one before.`
		})),
		...twoOfThree(beyond((reach * 2) / 3)).map(({ points: at, side }): Signal => ({
			kind: 'two of three',
			points: at,
			side: sideOf(side),
			text: `${at.map(name).join(', ')}: two of three neighbours are more than two thirds of the way to the ${side > 0 ? 'upper' : 'lower'} limit.`
		}))
	];
}
