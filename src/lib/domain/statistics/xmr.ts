import { signalsOf, type Signal } from './xmr-signals.ts';

/** One value of a series, in the order of time; `name` is what people read: 'October 2026'. */
export type Point = { name: string; value: number };

/** A value over time with its centre and natural limits. */
export type Xmr = {
	points: readonly Point[];
	centre: number;
	lower: number;
	upper: number;
	meanMovingRange: number;
	signals: Signal[];
	/** Said where there are fewer than 12 points: the limits may still move. */
	provisional: string | null;
};

/** Fewer points than this have no limits at all. */
export const fewestPoints = 6;
/** From here on the limits hold. */
const enoughPoints = 12;

/**
 * An XmR chart: centre the mean, limits mean ± 2.66 × mean moving range. DOMAIN section 7.
 * @param points in the order of time, without holes
 * @param scale the ends of the scale, where there are any: limits are cut there (a score is never above 100)
 * @returns null with fewer than six points
 * Source: NHS England, Making Data Count; the limits of Wheeler, Understanding Variation (1993).
 */
export function xmr(points: readonly Point[], scale: readonly [number, number] = [-Infinity, Infinity]): Xmr | null {
	const n = points.length;
	if (n < fewestPoints) return null;
	const values = points.map(({ value }) => value);
	const centre = values.reduce((sum, value) => sum + value, 0) / n;
	const moves = values.slice(1).map((value, at) => Math.abs(value - (values[at] as number)));
	const meanMovingRange = moves.reduce((sum, move) => sum + move, 0) / moves.length;
	const reach = 2.66 * meanMovingRange;
	const provisional =
		n < enoughPoints ? `Limits from ${n} points may still move: they are provisional until there are ${enoughPoints}.` : null;
	return {
		points,
		centre,
		lower: Math.max(scale[0], centre - reach),
		upper: Math.min(scale[1], centre + reach),
		meanMovingRange,
		signals: signalsOf(points, centre, reach),
		provisional
	};
}
