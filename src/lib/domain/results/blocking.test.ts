import { describe, expect, test } from 'vitest';
import { answer, answersIn, current, moderated, over, staged, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from './answer.ts';
import { blockersOf, nextAward, nextLevel } from './blocking.ts';
import { standingsOf, type Basis } from './standing.ts';

const framework = staged('1.1 1.2 2.1 3.1 3.2 3.9 3.10 4.1 5.1');
const blocking = (target: number, answers: Answer[], basis: Basis = 'agreed', of = framework) =>
	blockersOf(of, standingsOf(of, answers, basis, today), target);
const why = (given: Answer, target: number, basis: Basis = 'agreed') => {
	const one = staged('1.1 2.1');
	return blocking(target, [given, ...answersIn('2.1:F')], basis, one)[0]?.why;
};

test('below the target not F, at the target below L, by level and then by number as people count', () => {
	const answers = answersIn('1.1:L 1.2:F 2.1:F 3.10:P 3.9:N 3.1:L 3.2:F 4.1:N');
	expect(blocking(3, answers).map(({ criterion, counts, needs }) => [criterion, counts, needs])).toEqual([
		['1.1', 'L', 'F'],
		['3.9', 'N', 'L'],
		['3.10', 'P', 'L']
	]);
});

test('criteria that do not apply block nothing', () => {
	expect(blocking(1, answersIn('1.1:F 1.2:NA'), 'evidenced')).toEqual([]);
});

describe('why', () => {
	test('rating too low', () => expect(why(answer('1.1', 'P'), 1)).toBe('rating too low'));
	test('unanswered', () => expect(why(answer('1.1', null), 1)).toBe('unanswered'));
	test('evidence missing', () => expect(why(answer('1.1', 'L'), 1)).toBe('evidence missing'));
	test('evidence out of date', () => expect(why(answer('1.1', 'F', { evidence: [over] }), 2)).toBe('evidence out of date'));
	test('lowered by moderator', () =>
		expect(why(answer('1.1', 'F', { evidence: [current], ...moderated('L') }), 2)).toBe('lowered by moderator'));
	test('not-applicable not accepted', () =>
		expect(why(answer('1.1', 'not applicable', { comment: 'None' }), 1)).toBe('not-applicable not accepted'));
	test('L without evidence where F is needed is too low even with evidence', () =>
		expect(why(answer('1.1', 'L'), 2)).toBe('rating too low'));
	test('lowered, where the rating before would not have been enough either, is too low', () =>
		expect(why(answer('1.1', 'L', { evidence: [current], ...moderated('P') }), 2)).toBe('rating too low'));
	test('lowered but still enough, and then lost to evidence, is about the evidence', () =>
		expect(why(answer('1.1', 'F', moderated('L')), 1)).toBe('evidence missing'));
	test('lowered too far, and without evidence, is about the moderator', () =>
		expect(why(answer('1.1', 'F', moderated('L')), 2)).toBe('lowered by moderator'));
	test('refused, then rated high enough by the moderator without evidence, is about the evidence', () =>
		expect(why(answer('1.1', 'not applicable', { comment: 'None', ...moderated('L') }), 1)).toBe('evidence missing'));
});

describe('what is ahead', () => {
	const ahead = (text: string, reached: number) => {
		const standings = standingsOf(framework, answersIn(text), 'claimed', today);
		return [nextLevel(framework, standings, reached), nextAward(framework, standings, reached)].map(
			(next) => next && [next.level, next.award, next.blockers.map(({ criterion }) => criterion)]
		);
	};

	test('from level 1 the next level is 2 and the next award Silver at 3', () => {
		expect(ahead('1.1:F 1.2:L 2.1:F 3.1:F 3.2:F 3.9:F 3.10:P', 1)).toEqual([
			[2, 'Bronze', ['1.2']],
			[3, 'Silver', ['1.2', '3.10']]
		]);
	});
	test('at the top nothing', () => {
		expect(ahead('1.1:F 1.2:F 2.1:F 3.1:F 3.2:F 3.9:F 3.10:F 4.1:F 5.1:L', 5)).toEqual([null, null]);
	});
	test('where nothing applies nothing', () => {
		expect(ahead('1.1:NA 1.2:NA 2.1:NA 3.1:NA 3.2:NA 3.9:NA 3.10:NA 4.1:NA 5.1:NA', 0)).toEqual([null, null]);
	});
});
