import { z } from './wilson.ts';

/** The share of Student’s t within ±t, for a whole number of degrees of freedom: exact, as a finite sum. */
function within(t: number, freedom: number): number {
	const angle = Math.atan(t / Math.sqrt(freedom));
	const square = Math.cos(angle) ** 2;
	const odd = freedom % 2 === 1;
	let [term, sum] = odd ? [Math.cos(angle), freedom === 1 ? 0 : Math.cos(angle)] : [1, 1];
	for (let power = odd ? 3 : 2; power <= freedom - 2; power += 2) {
		term *= (square * (power - 1)) / power;
		sum += term;
	}
	return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function halving(freedom: number): number {
	let [low, high] = [0, 16];
	while (high - low > 1e-12) {
		const middle = (low + high) / 2;
		if (within(middle, freedom) < 0.95) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** For many degrees of freedom the difference from the normal distribution in powers of 1/freedom: right to 11 digits from 1,000 on. */
const nearNormal = (freedom: number): number =>
	z +
	(z ** 3 + z) / (4 * freedom) +
	(5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
	(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3);

const worked = new Map<number, number>();

/**
 * How many standard errors to go either side of a mean for 95 %: the 97.5 % point of Student’s t.
 * @param freedom degrees of freedom, a whole number of at least 1
 * @throws RangeError for anything else
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3, 26.7.4 and 26.7.5.
 */
export function t95(freedom: number): number {
	if (!Number.isInteger(freedom) || freedom < 1) throw new RangeError(`${freedom} degrees of freedom`);
	if (freedom >= 1000) return nearNormal(freedom);
	const known = worked.get(freedom) ?? halving(freedom);
	worked.set(freedom, known);
	return known;
}
