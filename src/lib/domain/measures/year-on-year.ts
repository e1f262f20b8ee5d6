import { addPeriods } from './period.ts';
import type { Point } from './series.server.ts';
import { showDifference } from './standing.ts';
import { showWhole } from './value.ts';
import type { Unit } from './words.ts';

/** The latest values, each beside that of a year before; the latest first. A month without the year before shows a dash. */
export function yearOnYear(unit: Unit, points: readonly Point[], most: number) {
	const at = new Map(points.map((point) => [point.period, point]));
	return points
		.slice(-most)
		.reverse()
		.map((point) => {
			const before = at.get(addPeriods(point.period, -12));
			return {
				period: point.period,
				name: point.name,
				now: showWhole(unit, point),
				before: before ? showWhole(unit, before) : '–',
				n: point.n,
				by: before ? showDifference(unit, before.value, point.value) : '–'
			};
		});
}
