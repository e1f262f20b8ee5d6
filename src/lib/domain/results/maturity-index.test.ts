import { describe, expect, test } from 'vitest';
import { answersIn, moderated, answer, staged, thirtyOne, allAnswered, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from './answer.ts';
import { maturityIndex } from './maturity-index.ts';
import { standingsOf, type Basis } from './standing.ts';

const index = (framework = staged(thirtyOne), answers: Answer[] = [], basis: Basis = 'claimed') =>
	maturityIndex(framework, standingsOf(framework, answers, basis, today));
const five = staged('1.1 1.2 2.1 3.1 4.1 5.1');

test('from 0.00 to 5.00', () => {
	const model = staged(thirtyOne);
	expect([index(model, allAnswered(model, 'N')), index(model, allAnswered(model, 'F'))]).toEqual([0, 500]);
	// P throughout: 5 × ⅓ = 1.6667 → 1.67; L throughout: 5 × ⅔ = 3.3333 → 3.33
	expect([index(model, allAnswered(model, 'P')), index(model, allAnswered(model, 'L'))]).toEqual([167, 333]);
});

test('the mean of each level, summed: levels weigh alike whatever their size', () => {
	// level 1: (1 + 0) ÷ 2 = 0.5; level 2: 1; the rest 0: 1.50
	expect(index(five, answersIn('1.1:F 1.2:N 2.1:F 3.1:N 4.1:N 5.1:N'))).toBe(150);
});

test('rounds half up once, exactly: 1.875 is 1.88', () => {
	// ⅔ + 1 + (5 × ⅓) ÷ 8 = 16/24 + 24/24 + 5/24 = 45/24 = 1.875; in floating point 1.8749999999999998
	const framework = staged('1.1 2.1 3.1 3.2 3.3 3.4 3.5 3.6 3.7 3.8 4.1 5.1');
	const answers = answersIn('1.1:L 2.1:F 3.1:P 3.2:P 3.3:P 3.4:P 3.5:P 3.6:N 3.7:N 3.8:N 4.1:N 5.1:N');
	expect(index(framework, answers)).toBe(188);
});

describe('what counts for how much', () => {
	test('unanswered is worth 0', () => {
		expect(index(five, answersIn('1.1:F'))).toBe(50);
	});
	test('not applicable that counts leaves the mean', () => {
		expect(index(five, answersIn('1.1:F 1.2:NA'))).toBe(100);
	});
	test('refused it is worth 0', () => {
		expect(index(five, answersIn('1.1:F 1.2:NA'), 'agreed')).toBe(50);
		expect(
			index(five, [...answersIn('1.1:F'), answer('1.2', 'not applicable', { comment: 'None', ...moderated(null, true) })], 'agreed')
		).toBe(100);
	});
	test('L and F without current evidence are worth ⅓ when evidenced', () => {
		// level 1: (⅓ + ⅓) ÷ 2 = 0.3333
		expect(index(five, answersIn('1.1:F! 1.2:L?'), 'evidenced')).toBe(33);
	});
});

describe('a level with none applicable', () => {
	test('times 5 ÷ levels that have some', () => {
		// levels 1, 3, 4, 5: 1 + ⅔ + 0 + 0 = 1.6667 × 5 ÷ 4 = 2.0833 → 2.08
		expect(index(five, answersIn('1.1:F 1.2:F 2.1:NA 3.1:L 4.1:N 5.1:N'))).toBe(208);
		expect(index(five, answersIn('1.1:F 1.2:F 2.1:NA 3.1:F 4.1:F 5.1:F'))).toBe(500);
	});
	test('times 3 ÷ levels that have some, in a framework of three levels', () => {
		const three = staged('1.1 2.1 3.1', { levels: five.levels?.slice(0, 3) });
		// 1 + ⅓ = 1.3333 × 3 ÷ 2 = 2.00
		expect(index(three, answersIn('1.1:F 2.1:P 3.1:NA'))).toBe(200);
	});
	test('no index when nothing applies', () => {
		expect(index(staged('1.1 2.1'), answersIn('1.1:NA 2.1:NA'))).toBeNull();
	});
});
