import { expect, test } from 'vitest';
import { answer, answersIn, moderated, rubric, today } from '../../../../tests/support/frameworks.ts';
import { resultOf } from './result.ts';

const seven = rubric('1 2 3 4 5 6 7');
const claimed = (text: string, of = seven) => resultOf(of, answersIn(text), today).claimed;

test('the lowest aspect is the level, the mean stands beside it', () => {
	// 3+4+2+3+3+5+3 = 23 ÷ 7 = 3.2857 → 3.29
	expect(claimed('1:3 2:4 3:2 4:3 5:3 6:5 7:3')).toMatchObject({ level: 2, index: 329, share: null });
});

test('an unanswered aspect is level 0, below the lowest description', () => {
	// 6 × 3 = 18 ÷ 7 = 2.5714 → 2.57
	const result = claimed('1:3 2:3 3:3 4:3 5:3 6:3');
	expect(result).toMatchObject({ level: 0, index: 257 });
	expect(result.next?.blockers).toEqual([{ criterion: '7', level: null, theme: 'strategy', counts: null, needs: '1', why: 'unanswered' }]);
	expect(claimed('1:3 2:3 3:3 4:3 5:3 6:3 7:1').level).toBe(1);
});

test('an aspect that does not apply leaves both', () => {
	expect(claimed('1:4 2:5 3:NA', rubric('1 2 3'))).toMatchObject({ level: 4, index: 450, applicable: 2 });
});

test('where nothing applies there is no level to speak of', () => {
	expect(claimed('1:NA', rubric('1'))).toMatchObject({ level: 0, index: null, next: null });
});

test('agreed takes the moderator and refuses what was not accepted', () => {
	const answers = [...answersIn('1:4>3 2:4'), answer('3', 'not applicable', { comment: 'None', ...moderated(null, false) })];
	expect(resultOf(rubric('1 2 3'), answers, today).agreed).toMatchObject({ level: 0, index: 233 }); // (3 + 4 + 0) ÷ 3
});
