import { describe, expect, test } from 'vitest';
import { allAnswered, answer, answersIn, compliance, rubric, staged, today } from '../../../../tests/support/frameworks.ts';
import { effectOf } from './effect.ts';

const model = staged('1.1 1.2 2.1 3.1');

describe('what an answer does', () => {
	test('it is the only thing in the way, and the best answer would bring the award', () => {
		const answers = answersIn('1.1:F 1.2:P 2.1:F 3.1:F');
		expect(effectOf(model, answers, '1.2', today)).toEqual({
			sentences: [
				'Bronze (level 1) needs Largely here with current evidence: nothing else stands in its way.',
				'Fully with current evidence would move the result to level 5, Gold.'
			],
			mark: { kind: 'good', text: 'Counts as Partially' }
		});
	});

	test('others are in the way too', () => {
		const { sentences } = effectOf(model, answersIn('1.1:F 1.2:F 2.1:P 3.1:P'), '3.1', today);
		expect(sentences).toEqual(['Silver (level 3) needs Largely here with current evidence: it then waits only for 2.1.']);
	});

	test('it is not in the way', () => {
		const { sentences } = effectOf(model, answersIn('1.1:F 1.2:F 2.1:F 3.1:P'), '1.1', today);
		expect(sentences).toEqual(['This does not hold back Silver (level 3), which waits for 3.1.']);
	});

	test('it is lost to evidence', () => {
		expect(effectOf(model, answersIn('1.1:F! 1.2:F 2.1:F 3.1:F'), '1.1', today).mark).toEqual({
			kind: 'watch',
			text: 'Counts as Partially: evidence missing'
		});
	});

	test.each([
		[answer('1.1', null), 'Not answered yet'],
		[answer('1.1', 'F', { toConfirm: true }), 'Counts as unanswered until confirmed'],
		[answer('1.1', 'not applicable'), 'Counts as unanswered: give a reason'],
		[answer('1.1', 'inherited'), 'Counts as unanswered: no corporate answer yet'],
		[answer('1.1', 'not applicable', { comment: 'No counter' }), 'Left out: does not apply']
	])('%o', (given, text) => {
		expect(effectOf(model, [given], '1.1', today).mark.text).toBe(text);
	});

	test('everything is reached', () => {
		expect(effectOf(model, allAnswered(model, 'F'), '1.1', today).sentences).toEqual(['The highest level is reached.']);
	});

	test('a rubric aims at the next level', () => {
		const aspects = rubric('1 2');
		expect(effectOf(aspects, answersIn('1:2 2:3'), '1', today).sentences).toEqual([
			'Level 3 needs level 3 Working here: nothing else stands in its way.',
			'level 5 Renewing with current evidence would move the result to level 3.'
		]);
	});

	test('a compliance framework aims at the next outcome', () => {
		const code = compliance('1 2 3');
		expect(effectOf(code, answersIn('1:plus 2:plus 3:non'), '3', today).sentences[0]).toContain('“Met” needs');
	});
});
