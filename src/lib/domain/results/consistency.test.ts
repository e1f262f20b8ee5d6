import { expect, test } from 'vitest';
import { answer, answersIn, current, over, rubric, staged, today } from '../../../../tests/support/frameworks.ts';
import type { Answer } from './answer.ts';
import { consistencyOf } from './consistency.ts';

const framework = staged('1.1 1.2:culture 2.1 2.2:culture 3.1');
const found = (answers: Answer[], cycleStart: string | null = '2026-04-01', of = framework) =>
	consistencyOf(of, answers, { on: today, cycleStart }).map(({ code, criteria }) => [code, criteria]);

test('nothing to say about sound answers', () => {
	expect(found(answersIn('1.1:F 1.2:F 2.1:L 2.2:L 3.1:N'))).toEqual([]);
	expect(found([])).toEqual([]);
});

test('Largely or Fully with no current evidence, unless inherited', () => {
	const answers = [...answersIn('1.1:F! 1.2:L? 2.1:P!'), answer('2.2', 'inherited', { inheritedRating: 'F' })];
	expect(found(answers, null)).toEqual([['no current evidence', ['1.1', '1.2']]]);
	expect(consistencyOf(framework, answers, { on: today, cycleStart: null })[0]?.text).toBe(
		'1.1 and 1.2 are rated Largely or Fully with no current evidence'
	);
});

test('a higher level rated above an unmet lower one, within a theme', () => {
	expect(found(answersIn('1.1:P 1.2:F 2.1:L 2.2:L 3.1:F'))).toEqual([['higher above lower', ['1.1', '2.1', '3.1']]]);
	expect(found(answersIn('1.1:P 1.2:F 2.1:P 2.2:L 3.1:N'))).toEqual([]);
	expect(consistencyOf(framework, answersIn('1.1:P 2.1:L'), { on: today, cycleStart: null })[0]?.text).toBe(
		'2.1 is rated higher than 1.1, which is at a lower level of the same theme and only Partially'
	);
});

test('an unanswered lower criterion is incomplete, not inconsistent', () => {
	expect(found(answersIn('2.1:F 3.1:F'))).toEqual([]);
});

test('the same comment in three or more criteria, whatever its spaces and capitals', () => {
	const said = (criterion: string, comment: string) => answer(criterion, 'P', { comment });
	const twice = [said('1.1', 'As agreed with the team'), said('1.2', 'as agreed  with the team ')];
	expect(found(twice)).toEqual([]);
	expect(found([...twice, said('2.1', 'As agreed with\nthe team'), said('2.2', 'Something else')])).toEqual([
		['same comment', ['1.1', '1.2', '2.1']]
	]);
	expect(found([said('1.1', ''), said('1.2', ' '), said('2.1', '')])).toEqual([]);
});

test('evidence that ended before the cycle began', () => {
	const answers = [
		answer('1.1', 'F', { evidence: [current, over] }),
		answer('1.2', 'F', { evidence: [{ from: '2026-01-01', to: '2026-12-31' }] })
	];
	expect(found(answers)).toEqual([['evidence before cycle', ['1.1']]]);
	expect(found(answers, null)).toEqual([]);
	expect(found(answers, '2025-03-31')).toEqual([]);
});

test('not applicable without a reason', () => {
	expect(found([answer('1.1', 'not applicable'), answer('1.2', 'not applicable', { comment: 'None here' })])).toEqual([
		['not applicable without reason', ['1.1']]
	]);
});

test('in the order of the framework, not of the answers', () => {
	expect(found(answersIn('2.1:L! 1.2:L! 1.1:L!'))).toEqual([['no current evidence', ['1.1', '1.2', '2.1']]]);
});

test('a rubric has no levels to set against one another', () => {
	expect(found(answersIn('1:1 2:5'), null, rubric('1 2'))).toEqual([]);
	expect(found(answersIn('1:1 2:5!'), null, rubric('1 2'))).toEqual([['no current evidence', ['2']]]);
});
