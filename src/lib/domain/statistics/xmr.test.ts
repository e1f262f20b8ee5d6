import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assurance, explainXmr } from './assurance.ts';
import { xmr, type Point } from './xmr.ts';

const series = (...values: number[]): Point[] => values.map((value, at) => ({ name: `point ${at + 1}`, value }));
const kinds = (...values: number[]) =>
	xmr(series(...values))!.signals.map(({ kind, points }) => `${kind}: ${points.map((at) => at + 1).join(' ')}`);

test('the flow rates of the NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2', () => {
	const chart = xmr(series(49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1))!;
	expect(chart.centre).toBeCloseTo(50.81, 10);
	expect(chart.meanMovingRange).toBeCloseTo(1.8778, 4);
	// printed with 3/1.128 = 2.6596 for 2.66: 55.8041 and 45.8159
	expect(chart.upper).toBeCloseTo(55.804, 2);
	expect(chart.lower).toBeCloseTo(45.816, 2);
	expect(chart.signals).toEqual([]);
	expect(chart.provisional).toContain('10 points');
});

describe('signals', () => {
	test('a point beyond a limit', () => expect(kinds(5, 6, 5, 6, 5, 20, 5, 6, 5, 6)).toContain('beyond a limit: 6'));
	test('seven in a row on one side, and six are none', () => {
		expect(kinds(1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9)).toContain('run on one side: 1 2 3 4 5 6 7');
		expect(kinds(1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8).filter((one) => one.startsWith('run'))).toEqual([]);
	});
	test('seven in a row rising, and six are none', () => {
		expect(kinds(5, 1, 2, 3, 4, 5, 6, 7, 4, 5)).toContain('trend: 2 3 4 5 6 7 8');
		expect(kinds(5, 4, 1, 2, 3, 4, 5, 6, 4, 5).filter((one) => one.startsWith('trend'))).toEqual([]);
	});
	test('seven in a row falling', () => expect(kinds(9, 8, 7, 6, 5, 4, 3, 5)).toContain('trend: 1 2 3 4 5 6 7'));
	test('two of three beyond two thirds of the way', () => {
		const values = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 13, 12.8, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9];
		const chart = xmr(series(...values))!;
		const third = chart.centre + ((chart.upper - chart.centre) * 2) / 3;
		expect(12.8).toBeGreaterThan(third);
		expect(chart.upper).toBeGreaterThan(13);
		expect(chart.signals).toMatchObject([{ kind: 'two of three', points: [12, 13], side: 'high' }]);
	});
	test('are named with their points', () => {
		expect(xmr(series(5, 6, 5, 6, 5, 20, 5, 6, 5, 6))!.signals[0]!.text).toBe('point 6 is above the upper limit.');
	});
});

test('fewer than six points have no limits, and say so; from twelve on they are no longer provisional', () => {
	expect(xmr(series(1, 2, 3, 4, 5))).toBeNull();
	expect(explainXmr(null)[0]).toContain('at least six points');
	expect(xmr(series(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2))!.provisional).toBeNull();
});

test('a flat series has no width and no signal, and limits stop at the ends of the scale', () => {
	expect(xmr(series(7.1, 7.1, 7.1, 7.1, 7.1, 7.1, 7.1, 7.1))).toMatchObject({ signals: [], meanMovingRange: 0 });
	expect(xmr(series(99, 80, 99, 80, 99, 80), [0, 100])!.upper).toBe(100);
});

test('turned upside down a series has the same signals on the other side', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 40 }), (values) => {
			const [one, other] = [xmr(series(...values))!, xmr(series(...values.map((value) => -value)))!];
			const sides = (chart: typeof one, turned: boolean) =>
				chart.signals
					.map(({ kind, points, side }) => `${kind} ${points.join()} ${turned === (side === 'high') ? 'low' : 'high'}`)
					.toSorted();
			expect(sides(one, false)).toEqual(sides(other, true));
			expect(other.upper).toBeCloseTo(-one.lower, 8);
		})
	);
});

test('a target is consistently met, consistently missed, or hit and miss', () => {
	const limits = { lower: 70, upper: 90 };
	expect([60, 70, 80, 90, 91].map((target) => assurance(limits, target, 'higher'))).toEqual([
		'consistently meets',
		'consistently meets',
		'hit and miss',
		'hit and miss',
		'consistently fails'
	]);
	expect([95, 90, 80, 60].map((target) => assurance(limits, target, 'lower'))).toEqual([
		'consistently meets',
		'consistently meets',
		'hit and miss',
		'consistently fails'
	]);
	const said = explainXmr(xmr(series(80, 82, 80, 82, 80, 82)), { value: 70, better: 'higher' });
	expect(said.at(-1)).toContain('consistently met');
});
