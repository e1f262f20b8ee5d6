import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainLeniency, leniencies } from './leniency.ts';
import { drawSample, shuffled } from './sampling.ts';

const six = ['PH-001', 'PH-002', 'PH-003', 'PH-004', 'PH-005', 'PH-006'];

describe('a random sample', () => {
	test('is what sha256sum and sort give for the same seed and list', () => {
		expect(shuffled('2026-10 housing', six)).toEqual(['PH-002', 'PH-001', 'PH-004', 'PH-006', 'PH-003', 'PH-005']);
		expect(drawSample('2026-10 housing', six, 2)).toEqual({ ok: true, drawn: ['PH-002', 'PH-001'] });
	});
	test('refuses more than there are, less than one, no seed, and a reference twice', () => {
		expect(drawSample('s', six, 7)).toMatchObject({ ok: false, text: 'There are only 6 to draw from, so 7 cannot be drawn' });
		expect(drawSample('s', ['a'], 2)).toMatchObject({ text: 'There is only 1 to draw from, so 2 cannot be drawn' });
		expect(drawSample('s', six, 0)).toMatchObject({ ok: false, field: 'size' });
		expect(drawSample(' ', six, 1)).toMatchObject({ ok: false, field: 'seed' });
		expect(drawSample('s', ['a', 'b', 'a'], 2)).toMatchObject({ ok: false, code: 'twice' });
	});
	test('depends on the seed and the list only, loses nobody, and begins alike whatever its size', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 30 }), (seed, all) => {
				const drawn = shuffled(seed, all);
				expect(shuffled(seed, all.toReversed())).toEqual(drawn);
				expect(drawn.toSorted()).toEqual(all.toSorted());
			})
		);
	});
	test('of a long list is what the whole list in its order begins with', () => {
		const list = Array.from({ length: 300 }, (_, n) => `R${n}`);
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }).filter((seed) => seed.trim() !== ''),
				fc.integer({ min: 1, max: 60 }),
				(seed, size) => {
					expect(drawSample(seed, list, size)).toEqual({ ok: true, drawn: shuffled(seed, list).slice(0, size) });
				}
			)
		);
	});
	test('gives each on the list the same chance', () => {
		const often = new Map<string, number>();
		for (let seed = 0; seed < 6000; seed += 1) {
			const [first = ''] = shuffled(`seed ${seed}`, six);
			often.set(first, (often.get(first) ?? 0) + 1);
		}
		// 1,000 each is expected; five standard deviations (28.9) either side
		for (const reference of six) expect(Math.abs(often.get(reference)! - 1000)).toBeLessThan(145);
	});
});

describe('leniency', () => {
	const scores = [
		{ assessor: 'Ann', work: 'call 1', score: 90 },
		{ assessor: 'Bob', work: 'call 1', score: 80 },
		{ assessor: 'Cat', work: 'call 1', score: 70 },
		{ assessor: 'Ann', work: 'call 2', score: 60 },
		{ assessor: 'Bob', work: 'call 2', score: 50 },
		{ assessor: 'Cat', work: 'call 3', score: 99 }
	];
	test('worked by hand: the mean of own score less that of the others, on shared work only', () => {
		expect(leniencies(scores).map(({ assessor, difference, n }) => ({ assessor, difference, n }))).toEqual([
			{ assessor: 'Ann', difference: 12.5, n: 2 },
			{ assessor: 'Bob', difference: -5, n: 2 },
			{ assessor: 'Cat', difference: -15, n: 1 }
		]);
	});
	test('says no more than the work shows', () => {
		const [ann, , cat] = leniencies(scores);
		expect(explainLeniency(ann!).join(' ')).toContain('12.50 points above');
		expect(explainLeniency(ann!).join(' ')).toContain('Fewer than five');
		const mixed = [10, -10, 10, -10, 5].map((difference, at) => [
			{ assessor: 'G', work: `${at}`, score: 50 + difference },
			{ assessor: 'H', work: `${at}`, score: 50 }
		]);
		expect(explainLeniency(leniencies(mixed.flat())[0]!).join(' ')).toContain('may be chance');
		expect(explainLeniency(cat!).join(' ')).toContain('cannot show a habit');
		expect(explainLeniency({ assessor: 'D', difference: null, n: 0, interval: null }).join(' ')).toContain('Nobody else');
		const strict = leniencies(
			Array.from({ length: 6 }, (_, at) => [
				{ assessor: 'E', work: `${at}`, score: 40 + at / 10 },
				{ assessor: 'F', work: `${at}`, score: 60 }
			]).flat()
		);
		expect(explainLeniency(strict[0]!).join(' ')).toContain('more strictly');
	});
	test('refuses the same work twice', () => {
		expect(() => leniencies([scores[0]!, scores[0]!])).toThrow(RangeError);
	});
});
