import type { Framework } from '#lib/domain/frameworks/document.ts';
import { fraction, inParts, sum, times, type Fraction } from './fraction.ts';
import { levelNumbers } from './level.ts';
import { worthOf } from './scale.ts';
import type { Standing } from './standing.ts';

/** One level's part: the summed worth of its applicable criteria, how many those are, and the mean (null when none). */
export type IndexPart = { level: number; worth: Fraction; applicable: number; mean: Fraction | null };

/** The mean worth of the criteria that apply; null when none does. */
export function meanWorth(framework: Framework, standings: Standing[]): { worth: Fraction; applicable: number; mean: Fraction | null } {
	const applying = standings.filter(({ leaves }) => !leaves);
	const worth = sum(applying.map(({ counts }) => worthOf(framework, counts)));
	return { worth, applicable: applying.length, mean: applying.length === 0 ? null : times(worth, fraction(1, applying.length)) };
}

/** The parts of the index, lowest level first (DOMAIN section 2.2). */
export const indexParts = (framework: Framework, standings: Standing[]): IndexPart[] =>
	levelNumbers(framework).map((level) => ({
		level,
		...meanWorth(
			framework,
			standings.filter((standing) => standing.level === level)
		)
	}));

/**
 * The maturity index, exactly: the means of the levels summed; where some level has no applicable
 * criterion, times levels ÷ levels that have some (× 5 ÷ n in the Enfield model). Null when nothing applies.
 */
export function indexTotal(parts: IndexPart[]): Fraction | null {
	const means = parts.flatMap(({ mean }) => (mean === null ? [] : [mean]));
	return means.length === 0 ? null : times(sum(means), fraction(parts.length, means.length));
}

/**
 * The maturity index of a staged assessment in hundredths, 0 to 100 for each level (500 for five):
 * 310 is shown as 3.10. Rounded half up once, at the end. Null when nothing applies. For trends
 * and charts, never for the award (DOMAIN section 2.2).
 */
export function maturityIndex(framework: Framework, standings: Standing[]): number | null {
	const total = indexTotal(indexParts(framework, standings));
	return total === null ? null : inParts(total, 100);
}
