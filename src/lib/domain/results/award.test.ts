import { expect, test } from 'vitest';
import { rubric, staged, thirtyOne } from '../../../../tests/support/frameworks.ts';
import { awardOf, nextAwardLevel } from './award.ts';

const model = staged(thirtyOne);

test('levels 1 and 2 Bronze, 3 and 4 Silver, 5 Gold, 0 none', () => {
	expect([0, 1, 2, 3, 4, 5].map((level) => awardOf(model, level))).toEqual([null, 'Bronze', 'Bronze', 'Silver', 'Silver', 'Gold']);
});

test('the next award begins at level 1, 3 or 5', () => {
	expect([0, 1, 2, 3, 4, 5].map((level) => nextAwardLevel(model, level))).toEqual([1, 3, 3, 5, 5, null]);
});

test('a framework without awards has none', () => {
	expect([awardOf(rubric('1'), 3), nextAwardLevel(rubric('1'), 3)]).toEqual([null, null]);
});
