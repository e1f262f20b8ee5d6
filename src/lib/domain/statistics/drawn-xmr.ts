import type { XmrTable } from '#lib/charts/xmr-chart.ts';
import type { Point, Xmr } from './xmr.ts';

/**
 * An XmR chart ready to be drawn: each point with the numbers of the signals it takes part in.
 * @param name what the values are: 'Mean quality'
 * @param points shown by themselves where there are too few for limits
 * @param scale the ends of the scale, null where it has none
 * @param places digits after the point
 */
export function drawnXmr(
	name: string,
	points: readonly Point[],
	chart: Xmr | null,
	{ target = null, scale = [null, null], places = 1 }: Partial<Pick<XmrTable, 'target' | 'scale' | 'places'>> = {}
): XmrTable {
	const signals = chart?.signals ?? [];
	return {
		name,
		points: points.map((point, at) => ({
			...point,
			signals: signals.flatMap((signal, index) => (signal.points.includes(at) ? [index + 1] : []))
		})),
		centre: chart?.centre ?? null,
		lower: chart?.lower ?? null,
		upper: chart?.upper ?? null,
		signals: signals.map(({ text }) => text),
		target,
		scale,
		places
	};
}
