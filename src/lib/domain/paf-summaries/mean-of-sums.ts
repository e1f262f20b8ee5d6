import { intervalOfParts, type MeanInterval } from '../statistics/mean-interval.ts';
import { added, type Sum } from './gate.ts';
import type { SummaryMean } from './summary.ts';

const scale = [0, 100] as const;

/**
 * The mean quality of kept sums with its 95 % t interval, from Σx and Σx²: null under n = 2. Not corrected for the size of the
 * lists, which differ from person to person. DOMAIN section 5.2.
 */
export function meanOfSums({ n, quality, qualitySquares }: Pick<Sum, 'n' | 'quality' | 'qualitySquares'>): MeanInterval | null {
	if (n < 2) return null;
	const squares = qualitySquares - quality ** 2 / n;
	return intervalOfParts(n, quality / n / 100, Math.max(0, squares) / (n - 1) / 10_000, { scale });
}

/** A named mean of the sums of several months or teams. */
export const meanNamed = (id: string, name: string, sums: readonly Sum[]): SummaryMean => ({
	id,
	name,
	interval: meanOfSums(added(sums)),
	n: added(sums).n,
	// whoever was there in the fullest month; months are not added, or one person would be several
	people: Math.max(0, ...sums.map(({ people }) => people))
});
