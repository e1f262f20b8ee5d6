import { areApart, compareInWords } from '../statistics/apart.ts';
import type { SummaryMean } from './summary.ts';

/** So many differences are written out; the others are counted. */
const mostComparisons = 12;

/** The means of the parts held against each other, each pair: a difference only where two intervals do not overlap. DOMAIN section 5.2. */
export function comparisonsOf(parts: readonly SummaryMean[]): string[] {
	const withInterval = parts.filter(({ interval }) => interval);
	if (withInterval.length < 2) return [];
	const pairs = withInterval.flatMap((a, at) => withInterval.slice(at + 1).map((b) => [a, b] as const));
	const apart = pairs.filter(([a, b]) => a.interval && b.interval && areApart(a.interval, b.interval));
	if (!apart.length) return ['None can be told from another: every interval overlaps every other.'];
	const said = apart.slice(0, mostComparisons).map(([a, b]) => compareInWords(a, b));
	const more = apart.length - said.length;
	return [...said, ...(more ? [`${more} more pairs do not overlap.`] : []), 'All other pairs cannot be told apart.'];
}
