import { shownShare } from './rounding.ts';

/** From `low` to `high`, both included. */
export type Interval = { low: number; high: number };

/** A share with its numerator and denominator; never one without the other (DOMAIN section 7). */
export type ShareInterval = Interval & { numerator: number; denominator: number; share: number };

/** The 97.5 % point of the standard normal distribution. */
export const z = 1.959963984540054;

/**
 * The 95 % interval for a share, 0 to 1, by the score method without continuity correction.
 * @param numerator how many met it, a whole number from 0 to `denominator`
 * @param denominator how many there were
 * @returns null where there were none
 * @throws RangeError where the counts are not counts
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference (1927).
 */
export function wilson(numerator: number, denominator: number): ShareInterval | null {
	if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || numerator < 0 || numerator > denominator) {
		throw new RangeError(`${numerator} of ${denominator} is not a share`);
	}
	if (denominator === 0) return null;
	const share = numerator / denominator;
	const middle = (share + z ** 2 / (2 * denominator)) / (1 + z ** 2 / denominator);
	const half = (z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * denominator)) / denominator)) / (1 + z ** 2 / denominator);
	const low = numerator === 0 ? 0 : middle - half;
	const high = numerator === denominator ? 1 : middle + half;
	return { numerator, denominator, share, low, high };
}

/** How the share and its interval come about, step by step. */
export function explainShare(found: ShareInterval | null): string[] {
	if (!found) return ['There is nothing to work a share out of yet.'];
	const { numerator, denominator, share, low, high } = found;
	return [
		`${numerator} of ${denominator} is ${shownShare(share)}.`,
		`These ${denominator} stand for many more that were not looked at, so the true share may be higher or lower.`,
		`Worked out by Wilson’s method (1927), it lies between ${shownShare(low)} and ${shownShare(high)}: if we looked again and again, 95 in 100 such intervals would hold it.`
	];
}
