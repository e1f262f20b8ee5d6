import { describe, expect, test } from 'vitest';
import {
	allAnswered,
	answersIn,
	compliance,
	moderated,
	over,
	rubric,
	staged,
	thirtyOne,
	today
} from '../../../../tests/support/frameworks.ts';
import { resultOf } from './result.ts';

const model = staged(thirtyOne);

/**
 * The worked example of the design: levels 1 and 2 all Fully; level 3 claims four Fully or Largely
 * that hold and two that lose to evidence; level 4 is then worth 2⅓ of 7 and level 5 ⅔ of 7.
 */
const example = answersIn(`
	1.1:F 1.2:F 1.3:F 1.4:F 1.5:F
	2.1:F 2.2:F 2.3:F>L 2.4:F 2.5:F 2.6:F
	3.1:F 3.2:L! 3.3:F 3.4:L 3.5:L? 3.6:L>P
	4.1:F 4.2:L! 4.3:P 4.4:P 4.5:P 4.6:N 4.7:N
	5.1:P 5.2:P 5.3:N 5.4:N 5.5:N 5.6:N 5.7:N`);

describe('the worked example', () => {
	const result = resultOf(model, example, today);

	test('claimed is Silver, evidenced and agreed are Bronze', () => {
		expect([result.claimed.level, result.claimed.award]).toEqual([3, 'Silver']);
		expect([result.evidenced.level, result.evidenced.award]).toEqual([2, 'Bronze']);
		expect([result.agreed.level, result.agreed.award]).toEqual([2, 'Bronze']);
	});

	test('the index of each', () => {
		// claimed level 3: F L F L L L = (3+2+3+2+2+2)/3 = 4⅔ of 6 = 0.7778; level 4: F L P P P = (3+2+1+1+1)/3 = 2⅔ of 7 = 0.3810
		// level 5: P P = ⅔ of 7 = 0.0952; 1 + 1 + 0.7778 + 0.3810 + 0.0952 = 3.2540 → 3.25
		expect(result.claimed.index).toBe(325);
		// evidenced: 3.2, 3.5 and 4.2 count as P: 4 of 6 = 0.6667 and 2⅓ of 7 = 0.3333
		// 1 + 1 + 0.6667 + 0.3333 + 0.0952 = 3.0952 → 3.10
		expect(result.evidenced.index).toBe(310);
		// agreed: 2.3 is L: 5⅔ of 6 = 0.9444; 3.6 is P: 3⅔ of 6 = 0.6111
		// 1 + 0.9444 + 0.6111 + 0.3333 + 0.0952 = 2.9841 → 2.98
		expect(result.agreed.index).toBe(298);
	});

	test('four criteria stop Silver, and why', () => {
		expect(result.agreed.next).toEqual({
			level: 3,
			award: 'Silver',
			blockers: [
				{ criterion: '2.3', level: 2, theme: 'strategy', counts: 'L', needs: 'F', why: 'lowered by moderator' },
				{ criterion: '3.2', level: 3, theme: 'strategy', counts: 'P', needs: 'L', why: 'evidence missing' },
				{ criterion: '3.5', level: 3, theme: 'strategy', counts: 'P', needs: 'L', why: 'evidence out of date' },
				{ criterion: '3.6', level: 3, theme: 'strategy', counts: 'P', needs: 'L', why: 'lowered by moderator' }
			]
		});
		expect(result.agreed.nextAward).toEqual(result.agreed.next);
	});

	test('met of applicable, on each basis and level', () => {
		// claimed: 5 + 6 + 6 + 2 + 0 = 19; evidenced loses 3.2, 3.5 and 4.2; agreed loses 3.6 too
		expect([result.claimed.met, result.evidenced.met, result.agreed.met, result.agreed.applicable]).toEqual([19, 16, 15, 31]);
		expect(result.agreed.levels.map(({ met, applicable, attained }) => [met, applicable, attained])).toEqual([
			[5, 5, true],
			[6, 6, true],
			[3, 6, false],
			[1, 7, false],
			[0, 7, false]
		]);
		expect(result.agreed.levels[3]?.worth).toBe(1 / 3);
	});

	test('complete, and holding while the evidence does', () => {
		expect(result.completeness).toEqual({ answered: 31, total: 31 });
		expect(result.holdsUntil).toBe('2026-12-31');
	});
});

test('evidence is judged on the day asked about', () => {
	const answers = allAnswered(model, 'F');
	expect(resultOf(model, answers, '2026-12-31').evidenced.award).toBe('Gold');
	expect(resultOf(model, answers, '2027-01-01').evidenced.level).toBe(0);
	expect(resultOf(model, answers, '2027-01-01').claimed.award).toBe('Gold');
});

test('at the top nothing is next', () => {
	expect(resultOf(model, allAnswered(model, 'F'), today).agreed).toMatchObject({
		level: 5,
		award: 'Gold',
		index: 500,
		next: null,
		nextAward: null
	});
});

test('no answers at all: level 0, no award, index 0.00, every criterion of level 1 stops it', () => {
	const { claimed, completeness } = resultOf(model, [], today);
	expect(claimed).toMatchObject({ level: 0, award: null, index: 0 });
	expect(completeness).toEqual({ answered: 0, total: 31 });
	expect(claimed.next?.blockers.map(({ criterion, counts, why }) => [criterion, counts, why])).toEqual(
		['1.1', '1.2', '1.3', '1.4', '1.5'].map((criterion) => [criterion, 'N', 'unanswered'])
	);
});

test('a rubric is its lowest aspect, beside the mean', () => {
	// 5, 4 and 3 claimed: lowest 3, mean 12 ÷ 3 = 4.00. 1 has evidence out of date: 5 counts as 3, so 3 + 4 + 3 = 10 ÷ 3 = 3.33
	const answers = answersIn('1:5? 2:4 3:3');
	const result = resultOf(rubric('1 2 3'), answers, today);
	expect(result.claimed).toMatchObject({ level: 3, award: null, index: 400, met: 2, applicable: 3 });
	expect(result.evidenced).toMatchObject({ level: 3, index: 333, met: 1 });
	expect(result.evidenced.next).toEqual({
		level: 4,
		award: null,
		blockers: [
			{ criterion: '1', level: null, theme: 'strategy', counts: '3', needs: '4', why: 'evidence out of date' },
			{ criterion: '3', level: null, theme: 'strategy', counts: '3', needs: '4', why: 'rating too low' }
		]
	});
	expect(result.claimed.levels.map(({ met }) => met)).toEqual([3, 3, 3, 2, 1]);
});

test('compliance has an outcome and a share, no level and no index', () => {
	const { claimed, evidenced } = resultOf(compliance('1 2 3'), answersIn('1:plus 2:compliant! 3:partial'), today);
	expect(claimed).toMatchObject({ level: null, index: null, award: 'Met', share: 2 / 3, levels: [], next: null });
	// without evidence 2 counts as partial: two partials is one too many, and 1 of 3 (33.3%) is under 55%
	expect(evidenced).toMatchObject({ award: 'Not met', share: 1 / 3 });
});

test('a moderator without current evidence cannot lift an answer past the evidence rule', () => {
	const answers = allAnswered(model, 'F').map((given) =>
		given.criterion === '1.1' ? { ...given, rating: 'P', evidence: [over], ...moderated('F') } : given
	);
	expect(resultOf(model, answers, today).agreed).toMatchObject({ level: 0 });
	expect(resultOf(model, answers, today).agreed.next?.blockers[0]).toMatchObject({
		criterion: '1.1',
		counts: 'P',
		why: 'evidence out of date'
	});
});
