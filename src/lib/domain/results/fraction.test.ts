import { expect, test } from 'vitest';
import { asDecimal, compare, decimal, fraction, inParts, inWords, sum, times, toNumber } from './fraction.ts';

test('three thirds are exactly one', () => {
	expect(sum([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toEqual(fraction(1));
	expect(sum([fraction(2, 3), fraction(1, 6)])).toEqual(fraction(5, 6));
	expect(sum([fraction(1, 4), fraction(1, 6), fraction(1, 12)])).toEqual(fraction(1, 2));
	expect(sum([])).toEqual(fraction(0));
	expect(times(fraction(2, 3), fraction(3, 4))).toEqual(fraction(1, 2));
});

test('half goes up, at the end only', () => {
	expect(inParts(fraction(15, 8), 100)).toBe(188); // 1.875
	expect(inParts(fraction(187, 100), 100)).toBe(187);
	expect(inParts(fraction(1, 200), 100)).toBe(1); // 0.005
	expect(inParts(fraction(1, 201), 100)).toBe(0);
	expect(asDecimal(fraction(2, 21), 4)).toBe('0.0952');
	expect(asDecimal(fraction(2, 3), 4)).toBe('0.6667');
	expect(asDecimal(fraction(3), 2)).toBe('3.00');
});

test('as people write them', () => {
	expect([fraction(7, 3), fraction(2, 3), fraction(4), fraction(0), fraction(1, 8)].map(inWords)).toEqual(['2⅓', '⅔', '4', '0', '0.13']);
});

test('a decimal from a file is the decimal that was meant', () => {
	// 0.55 × 20 is 11.000000000000002 in floating point
	expect(compare(fraction(11, 20), decimal(0.55))).toBe(0);
	expect(compare(fraction(1, 2), decimal(0.55))).toBeLessThan(0);
	expect(toNumber(decimal(0.35))).toBe(0.35);
});
