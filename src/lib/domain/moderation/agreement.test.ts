import { expect, test } from 'vitest';
import { answer, answersIn, moderated, staged } from '../../../../tests/support/frameworks.ts';
import { agreementOf, quadraticKappa } from './agreement.ts';

const paired = (a: number[], b: number[]) => a.map((value, i): [number, number] => [value, b[i] ?? 0]);

test('agrees with the published value of R package irr on its anxiety data', () => {
	// kappa2(anxiety[, 2:3], "squared") = 0.2520325, as recorded in statsmodels' test_inter_rater.py. The fifth category
	// in use is written 6 there, and irr numbers the categories in use, so it is 5 here.
	const second = [3, 5, 4, 5, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
	const third = [2, 1, 4, 4, 3, 2, 1, 5, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
	expect(quadraticKappa(paired(second, third))).toBeCloseTo(0.2520325, 7);
});

test('by hand: one step apart once in four', () => {
	// service N P L F, moderator N P L L as 0 1 2 3 and 0 1 2 2: observed 1 over 4 pairs
	// expected over 16: from 0: 0+1+4+4 = 9; from 1: 1+0+1+1 = 3; from 2: 4+1+0+0 = 5; from 3: 9+4+1+1 = 15; 32
	// kappa = 1 − (1 ÷ 4) ÷ (32 ÷ 16) = 0.875
	expect(quadraticKappa(paired([0, 1, 2, 3], [0, 1, 2, 2]))).toBe(0.875);
});

test('full agreement is 1, complete reversal is −1', () => {
	expect(quadraticKappa(paired([0, 3], [0, 3]))).toBe(1);
	// observed 9 + 9 = 18 over 2; expected (9 + 0 + 0 + 9) = 18 over 4: 1 − 9 ÷ 4.5 = −1
	expect(quadraticKappa(paired([0, 3], [3, 0]))).toBe(-1);
});

test('two raters who each use one category, but not the same, agree no better than chance', () => {
	expect(quadraticKappa(paired([3, 3, 3], [2, 2, 2]))).toBe(0);
});

test('overall and by theme, and which way the moderator moved', () => {
	const framework = staged('1.1 1.2 1.3:culture 1.4:culture 2.1:analytics');
	const { overall, themes } = agreementOf(framework, answersIn('1.1:F>F 1.2:L>P 1.3:P>L 1.4:F>F 2.1:F'));
	expect(overall).toMatchObject({ compared: 4, same: 2, higher: 1, lower: 1, share: 0.5, label: null });
	expect(themes.map(({ id, compared, same }) => [id, compared, same])).toEqual([
		['strategy', 2, 1],
		['culture', 2, 1],
		['analytics', 0, 0]
	]);
});

test('kappa without anything to compare, or with one rating only, is not shown as a number', () => {
	const framework = staged('1.1 1.2');
	expect(agreementOf(framework, []).overall).toMatchObject({ share: null, kappa: null, label: 'Nothing to compare yet' });
	expect(agreementOf(framework, answersIn('1.1:F>F 1.2:F>F')).overall).toMatchObject({
		share: 1,
		kappa: null,
		label: 'Kappa says nothing: only one rating was used'
	});
});

test('what is not a rating by both is left out', () => {
	const framework = staged('1.1 1.2 1.3 1.4');
	const answers = [
		answer('1.1', 'not applicable', { comment: 'Not done here', ...moderated('N') }),
		answer('1.2', 'inherited', { inheritedRating: 'F', ...moderated('F') }),
		answer('1.3', 'F', { toConfirm: true, ...moderated('F') }),
		answer('1.4', 'F', moderated('not applicable')),
		answer('9.9', 'F', moderated('F'))
	];
	expect(agreementOf(framework, answers).overall.compared).toBe(0);
});
