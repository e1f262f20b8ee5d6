import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allAgreement, coefficients } from './all-agreement.ts';
import type { Ratings } from './rating-table.ts';
import { figureShown, readAgreement } from './reading-agreement.ts';

/** From one line for each rater, as sources print it, to one row for each unit. */
const table = (...raters: string[]): Ratings => {
	const rows = raters.map((line) => line.split(' ').map((rating) => (rating === '.' ? null : Number(rating))));
	return rows[0]!.map((_, unit) => rows.map((row) => row[unit]!));
};
const values = (ratings: Ratings) => {
	const found = allAgreement(ratings);
	return coefficients.map((one) => found[one].value?.toFixed(5) ?? null);
};

describe('published values', () => {
	test('four raters, twelve subjects, missing ratings: Krippendorff (2011) and Gwet (2014)', () => {
		const four = table('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .');
		expect(values(four)).toEqual(['0.81818', '0.77544', '0.76117', '0.74342', '0.81539', '0.84911']);
	});
	test('Fleiss (1971) in the form worked through most often: fourteen raters, ten subjects, five categories, kappa 0.210', () => {
		const counts = [
			'0 0 0 0 14',
			'0 2 6 4 2',
			'0 0 3 5 6',
			'0 3 9 2 0',
			'2 2 8 1 1',
			'7 7 0 0 0',
			'3 2 6 3 0',
			'2 5 3 2 2',
			'6 5 2 1 0',
			'0 2 2 3 7'
		];
		const ratings = counts.map((line) => line.split(' ').flatMap((count, category) => Array<number>(Number(count)).fill(category)));
		const found = allAgreement(ratings);
		expect(found.percentage.value).toBeCloseTo(0.378, 3);
		expect(found.kappa.value).toBeCloseTo(0.21, 3);
	});
	test('Krippendorff (2011), section A: two observers, ten articles, yes or no, alpha 0.095', () => {
		expect(allAgreement(table('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')).nominal.value).toBeCloseTo(0.095, 3);
	});
	test('Krippendorff (2011), section B: two observers, twelve units, five categories, alpha 0.692', () => {
		expect(allAgreement(table('1 1 2 2 4 3 3 3 5 4 4 1', '2 1 2 2 2 3 3 3 5 4 4 4')).nominal.value).toBeCloseTo(0.692, 3);
	});
});

describe('worked by hand', () => {
	test('two raters, four units, three agree: one half of each answer but one', () => {
		// yes yes / yes yes / no no / yes no: π(yes) = 5/8; AC1 chance 2·5/8·3/8 = 15/32, kappa chance 34/64
		const found = allAgreement(
			[
				['yes', 'yes'],
				['yes', 'yes'],
				['no', 'no'],
				['yes', 'no']
			],
			null
		);
		expect(found.percentage.value).toBeCloseTo(0.75, 12);
		expect(found.ac1.value).toBeCloseTo((0.75 - 15 / 32) / (17 / 32), 12);
		expect(found.kappa.value).toBeCloseTo((0.75 - 34 / 64) / (30 / 64), 12);
		// coincidences: 2 unlike of 8 values, 5 and 3 of each: 1 − 7·2/(2·15)
		expect(found.nominal.value).toBeCloseTo(1 - 14 / 30, 12);
		expect(found.ordinal).toEqual({ value: null, note: expect.stringContaining('no order') });
	});
	test('a longer scale lowers the chance in AC1', () => {
		const rows = [
			['a', 'a'],
			['a', 'b'],
			['b', 'b']
		];
		expect(allAgreement(rows, null, 4).ac1.value!).toBeGreaterThan(allAgreement(rows, null).ac1.value!);
	});
});

describe('tables that say little', () => {
	test.each([
		['empty', [], 'There are no ratings.'],
		['of holes only', [[null, null]], 'There are no ratings.'],
		[
			'of one rater',
			[
				[1, null],
				[2, null]
			],
			'Only one rater gave ratings: agreement needs at least two.'
		],
		[
			'without overlap',
			[
				[1, null],
				[null, 1]
			],
			'No two raters rated the same thing, so there is nothing to compare.'
		]
	] as [string, Ratings, string][])('%s have no figure and say why', (_, ratings, why) => {
		const found = allAgreement(ratings);
		for (const one of coefficients) {
			expect(found[one]).toEqual({ value: null, note: why });
			expect([figureShown(one, found[one]), readAgreement(one, found[one])]).toEqual(['–', why]);
		}
		expect(found.skewed).toBeNull();
	});
	test('of one answer: alpha is 1 by convention and says so, kappa has no value, and the warning stands', () => {
		const found = allAgreement([
			[1, 1],
			[1, 1],
			[1, null]
		]);
		expect(found.nominal).toEqual({ value: 1, note: expect.stringContaining('By convention') });
		expect(found.interval).toEqual({ value: 1, note: expect.stringContaining('By convention') });
		expect(found.kappa.value).toBeNull();
		expect([found.percentage.value, found.ac1.value]).toEqual([1, 1]);
		expect(found.skewed).toContain('Kappa has no value');
	});
	test('of words have no ordinal or interval form', () => {
		expect(
			allAgreement([
				['yes', 'no'],
				['no', 'no']
			]).ordinal.note
		).toContain('words without an order');
	});
});

test('nearly every answer met: kappa is low, AC1 is not, and the warning says why', () => {
	const met = [...Array.from({ length: 18 }, () => ['met', 'met']), ['met', 'missed'], ['missed', 'met']];
	const found = allAgreement(met, null);
	expect(found.percentage.value).toBeCloseTo(0.9, 12);
	expect(found.kappa.value!).toBeLessThan(0);
	expect(found.ac1.value!).toBeGreaterThan(0.85);
	expect(found.skewed).toContain('90.0% of pairs agree');
	expect(allAgreement(Array.from({ length: 20 }, (_, at) => [at % 2, at % 2])).skewed).toBeNull();
});

describe('whatever the table', () => {
	const ratings = fc
		.integer({ min: 2, max: 5 })
		.chain((raters) =>
			fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: raters, maxLength: raters }), { maxLength: 15 })
		);
	const same = (one: Ratings, other: Ratings, close = 10) => {
		const [a, b] = [allAgreement(one), allAgreement(other)];
		for (const name of coefficients) {
			if (a[name].value === null) expect(b[name].value).toBeNull();
			else expect(b[name].value).toBeCloseTo(a[name].value, close);
		}
	};
	test('no figure is above 1 or not a number', () => {
		fc.assert(
			fc.property(ratings, (rows) => {
				const found = allAgreement(rows);
				for (const { value } of coefficients.map((one) => found[one])) {
					if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
				}
			})
		);
	});
	test('the order of raters and units changes nothing', () => {
		fc.assert(fc.property(ratings, (rows) => same(rows, rows.map((row) => row.toReversed()).toReversed())));
	});
	test('a unit nobody rated changes nothing', () => {
		fc.assert(fc.property(ratings, (rows) => same(rows, [...rows, [null, null]])));
	});
	test('interval alpha does not mind another unit of measure', () => {
		fc.assert(
			fc.property(ratings, (rows) => {
				const scaled = rows.map((row) => row.map((rating) => (rating === null ? null : rating * 12 + 7)));
				const [one, other] = [allAgreement(rows).interval.value, allAgreement(scaled).interval.value];
				if (one === null) expect(other).toBeNull();
				else expect(other).toBeCloseTo(one, 8);
			})
		);
	});
	test('with two answers the three forms of alpha are the same', () => {
		const two = fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(two, (rows) => {
				const found = allAgreement(rows);
				expect(found.ordinal.value).toBeCloseTo(found.nominal.value!, 10);
				expect(found.interval.value).toBeCloseTo(found.nominal.value!, 10);
			})
		);
	});
	test('full agreement on more than one answer is 1 throughout', () => {
		const full = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 12 }).filter((all) => new Set(all).size > 1);
		fc.assert(
			fc.property(full, (all) => {
				const found = allAgreement(all.map((answer) => [answer, answer, answer]));
				for (const one of coefficients) expect(found[one].value).toBeCloseTo(1, 12);
			})
		);
	});
});

test('values are read in plain English', () => {
	expect(readAgreement('ac1', { value: 0.775, note: '' })).toBe('Substantial agreement.');
	expect(readAgreement('kappa', { value: -0.05, note: '' })).toContain('chance');
	expect(readAgreement('nominal', { value: 0.743, note: '' })).toContain('tentative');
	expect(readAgreement('percentage', { value: 0.818, note: '' })).toContain('82');
	expect(figureShown('percentage', { value: 0.81818, note: '' })).toBe('81.8%');
});
