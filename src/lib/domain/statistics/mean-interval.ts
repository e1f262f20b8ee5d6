import { shown } from './rounding.ts';
import { t95 } from './student-t.ts';
import type { Interval } from './wilson.ts';

/** A mean with its 95 % interval. */
export type MeanInterval = Interval & {
	n: number;
	mean: number;
	/** Of the sample: the squared distances from the mean ÷ (n − 1). */
	variance: number;
	/** How many there are altogether, where that is known. */
	population: number | null;
};

type Options = {
	/** How many there are altogether, where that is known; at least n. */
	population?: number | null;
	/** The ends of the scale: an interval is cut there. */
	scale?: readonly [number, number];
};

/**
 * The 95 % t interval around a mean whose parts are already added up (a roll-up).
 * @returns null under n = 2, where nothing can be said about how values spread
 * @throws RangeError where the population is smaller than the sample
 */
export function intervalOfParts(n: number, mean: number, variance: number, options: Options = {}): MeanInterval | null {
	const population = options.population ?? null;
	if (population !== null && population < n) throw new RangeError(`a sample of ${n} from ${population}`);
	if (n < 2) return null;
	const correction = population === null ? 1 : Math.sqrt((population - n) / (population - 1));
	const half = t95(n - 1) * Math.sqrt(variance / n) * correction;
	const [least, most] = options.scale ?? [-Infinity, Infinity];
	return { n, mean, variance, population, low: Math.max(least, mean - half), high: Math.min(most, mean + half) };
}

/**
 * The mean of a sample with its 95 % t interval; with the population known, made narrower by the finite-population
 * correction √((N − n) ÷ (N − 1)), so that it has no width where everything was looked at. DOMAIN section 5.2.
 * @returns null under two values
 * Sources: Student, The probable error of a mean (1908); Cochran, Sampling Techniques (1977), sections 2.6 and 2.8.
 */
export function meanInterval(values: readonly number[], options: Options = {}): MeanInterval | null {
	const n = values.length;
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
	return intervalOfParts(n, mean, variance, options);
}

/** How the mean and its interval come about, step by step. `places` are the decimals shown. */
export function explainMean(found: MeanInterval | null, places = 1): string[] {
	if (!found) return ['A mean needs at least two values: from fewer nothing can be said about how they spread, so none is shown.'];
	const { n, mean, variance, population, low, high } = found;
	const ends = `from ${shown(low, places)} to ${shown(high, places)}`;
	const spread = `The ${n} values have a mean of ${shown(mean, places)} and a standard deviation of ${shown(Math.sqrt(variance), places)}.`;
	if (population === n) return [spread, `All ${n} there are were looked at, so the mean is exact and its interval has no width.`];
	const reach = `For 95% the interval reaches ${shown(t95(n - 1), 3)} standard errors (Student’s t with ${n - 1} ${n === 2 ? 'degree' : 'degrees'} of freedom) either side: ${ends}.`;
	if (population === null) return [spread, reach];
	const correction = Math.sqrt((population - n) / (population - 1));
	return [
		spread,
		`${n} of ${population} were looked at, so the standard error is made smaller by the finite-population correction, ${shown(correction, 3)}.`,
		reach
	];
}
