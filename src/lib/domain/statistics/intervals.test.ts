import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areApart, compareInWords } from './apart.ts';
import { explainMean, intervalOfParts, meanInterval } from './mean-interval.ts';
import { shown, shownShare } from './rounding.ts';
import { t95 } from './student-t.ts';
import { explainShare, wilson } from './wilson.ts';

describe('a share', () => {
	test('has the intervals published by Newcombe, Two-sided confidence intervals for the single proportion (1998), table I', () => {
		const rounded = (numerator: number, denominator: number) => {
			const found = wilson(numerator, denominator);
			return found && [found.low.toFixed(4), found.high.toFixed(4)];
		};
		expect(rounded(81, 263)).toEqual(['0.2553', '0.3662']);
		expect(rounded(15, 148)).toEqual(['0.0624', '0.1605']);
		expect(rounded(0, 20)).toEqual(['0.0000', '0.1611']);
		expect(rounded(1, 29)).toEqual(['0.0061', '0.1718']);
	});
	test('has none where nothing was counted, and refuses what is no share', () => {
		expect(wilson(0, 0)).toBeNull();
		for (const [over, under] of [
			[3, 2],
			[-1, 2],
			[1.5, 2]
		] as const) {
			expect(() => wilson(over, under)).toThrow(RangeError);
		}
	});
	test('lies within its interval, between 0 and 1, and its mirror image has the mirrored interval', () => {
		const counts = fc.integer({ min: 1, max: 5000 }).chain((under) => fc.tuple(fc.integer({ min: 0, max: under }), fc.constant(under)));
		fc.assert(
			fc.property(counts, ([over, under]) => {
				const found = wilson(over, under)!;
				const mirrored = wilson(under - over, under)!;
				expect(found.low).toBeGreaterThanOrEqual(0);
				expect(found.high).toBeLessThanOrEqual(1);
				expect(found.low).toBeLessThanOrEqual(found.share);
				expect(found.high).toBeGreaterThanOrEqual(found.share);
				expect(found.low).toBeCloseTo(1 - mirrored.high, 12);
			})
		);
	});
	test('is explained with its counts', () => {
		expect(explainShare(wilson(9, 12)).join(' ')).toContain('9 of 12 is 75.0%');
		expect(explainShare(null)).toEqual(['There is nothing to work a share out of yet.']);
	});
});

describe('Student’s t', () => {
	test.each([
		[1, 12.7062],
		[2, 4.3027],
		[3, 3.1824],
		[4, 2.7764],
		[5, 2.5706],
		[9, 2.2622],
		[10, 2.2281],
		[29, 2.0452],
		[30, 2.0423],
		[60, 2.0003],
		[120, 1.9799]
	])('with %i degrees of freedom is %f in the published tables', (freedom, value) => expect(t95(freedom)).toBeCloseTo(value, 4));
	test('meets its continuation for many degrees of freedom without a step', () => {
		expect(t95(999) - t95(1000)).toBeCloseTo(t95(998) - t95(999), 8);
		expect(t95(1_000_000)).toBeCloseTo(1.959966, 6);
	});
	test('wants whole degrees of freedom', () => expect(() => t95(0)).toThrow(RangeError));
});

describe('a mean', () => {
	test('has the interval published in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2', () => {
		const found = intervalOfParts(195, 9.26146, 0.02278881 ** 2)!;
		expect([found.low.toFixed(5), found.high.toFixed(5)]).toEqual(['9.25824', '9.26468']);
	});
	test('worked by hand: 80, 90, 100 have mean 90, standard error 10/√3, times 4.3027', () => {
		const found = meanInterval([80, 90, 100])!;
		expect(found).toMatchObject({ n: 3, mean: 90, variance: 100, population: null });
		expect(found.high).toBeCloseTo(90 + (4.302653 * 10) / Math.sqrt(3), 4);
	});
	test('worked by hand: three of twelve are corrected by √(9/11)', () => {
		expect(meanInterval([80, 90, 100], { population: 12 })!.low).toBeCloseTo(90 - ((4.302653 * 10) / Math.sqrt(3)) * Math.sqrt(9 / 11), 4);
	});
	test('says nothing under two values, refuses a sample larger than all there are, and is cut at the ends of the scale', () => {
		expect(meanInterval([])).toBeNull();
		expect(meanInterval([88])).toBeNull();
		expect(meanInterval([88], { population: 1 })).toBeNull();
		expect(() => meanInterval([1, 2, 3], { population: 2 })).toThrow(RangeError);
		expect(meanInterval([80, 90, 100], { scale: [0, 100] })!.high).toBe(100);
	});
	test('has an interval of no width where all were looked at, and a narrower one the more were', () => {
		const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 40 });
		fc.assert(
			fc.property(values, fc.integer({ min: 0, max: 500 }), (sample, more) => {
				const all = meanInterval(sample, { population: sample.length })!;
				const some = meanInterval(sample, { population: sample.length + more })!;
				const open = meanInterval(sample)!;
				expect(all.high - all.low).toBe(0);
				expect(some.high - some.low).toBeLessThanOrEqual(open.high - open.low);
			})
		);
	});
	test('is explained with its population', () => {
		expect(explainMean(meanInterval([80, 90, 100], { population: 12 })).join(' ')).toContain('3 of 12 were looked at');
		expect(explainMean(meanInterval([80, 90], { population: 2 })).at(-1)).toContain('no width');
		expect(explainMean(null).join(' ')).toContain('at least two values');
	});
});

describe('two figures', () => {
	const one = { name: 'Wave 1', interval: { low: 60, high: 70 } };
	test('differ only where their intervals do not overlap', () => {
		expect(areApart({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(false);
		expect(areApart({ low: 1, high: 2 }, { low: 2.1, high: 3 })).toBe(true);
		expect(compareInWords({ name: 'Wave 2', interval: { low: 71, high: 80 } }, one)).toContain('Wave 2 is higher than Wave 1');
		expect(compareInWords(one, { name: 'Wave 2', interval: { low: 71, high: 80 } })).toContain('Wave 1 is lower than Wave 2');
		expect(compareInWords(one, { name: 'Wave 2', interval: { low: 69, high: 80 } })).toContain('cannot be told apart');
	});
	test('are not compared where one has too few values', () => {
		expect(compareInWords(one, { name: 'Wave 2', interval: null })).toBe('There are too few values for a comparison: Wave 2.');
	});
});

test('figures are rounded half up, away from zero below it', () => {
	expect([shown(2.675, 2), shown(-0.05, 1), shown(-0.04, 1), shown(1.005, 2), shownShare(0.8185)]).toEqual([
		'2.68',
		'-0.1',
		'0.0',
		'1.01',
		'81.9%'
	]);
});
