/**
 * Exact fractions for figures made of thirds.
 *
 * DOMAIN section 8 rounds half up once, at the end. ⅓ and ⅔ have no exact floating-point
 * value, so a sum that is exactly on the half (such as 2.125) could fall to either side.
 * Whole numbers without limit cannot.
 */
export type Fraction = { over: bigint; under: bigint };

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));

function lowest(over: bigint, under: bigint): Fraction {
	const divisor = commonDivisor(over < 0n ? -over : over, under) || 1n;
	return { over: over / divisor, under: under / divisor };
}

/** `over` ÷ `under` in lowest terms; both whole numbers, `under` at least 1. */
export const fraction = (over: number, under = 1): Fraction => lowest(BigInt(over), BigInt(under));

/** A decimal written in a file, such as 0.35, read as the decimal that was meant: six places, far finer than any file needs. */
export const decimal = (value: number): Fraction => fraction(Math.round(value * 1_000_000), 1_000_000);

export const nothing = fraction(0);

export const times = (a: Fraction, b: Fraction): Fraction => lowest(a.over * b.over, a.under * b.under);

/** The sum of all, brought to lowest terms once: a council's page adds up many thousand. */
export function sum(all: Fraction[]): Fraction {
	let [over, under] = [0n, 1n];
	for (const one of all) {
		if (under % one.under === 0n) over += one.over * (under / one.under);
		else [over, under] = [over * one.under + one.over * under, under * one.under];
	}
	return lowest(over, under);
}

/** Below zero, zero or above zero as a is less than, equal to or more than b. */
export const compare = (a: Fraction, b: Fraction): number => Number(a.over * b.under - b.over * a.under);

export const toNumber = (a: Fraction): number => Number(a.over) / Number(a.under);

/** A fraction of at least 0 in whole parts of `parts`, half up: `inParts(⅔, 100)` is 67. */
export const inParts = (a: Fraction, parts: number): number => Number((2n * a.over * BigInt(parts) + a.under) / (2n * a.under));

/** A fraction of at least 0 as a decimal with this many places, half up: '0.6667'. */
export function asDecimal(a: Fraction, places: number): string {
	const digits = String(inParts(a, 10 ** places)).padStart(places + 1, '0');
	return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const signs: Record<string, string> = { '1/3': '⅓', '2/3': '⅔', '1/2': '½', '1/4': '¼', '3/4': '¾' };

/** A fraction of at least 0 as people write it: '2⅓', '⅔', '4', and a decimal where there is no sign for it. */
export function inWords(a: Fraction): string {
	const whole = a.over / a.under;
	const rest = a.over % a.under;
	if (rest === 0n) return String(whole);
	const sign = signs[`${rest}/${a.under}`];
	return sign ? `${whole || ''}${sign}` : asDecimal(a, 2);
}
