import { expect, test } from 'vitest';
import { labelOf, pointsOf } from './matrix-points.ts';

test('recommendations with the same value and effort share a place; what is not rated has none', () => {
	const rows = [
		{ number: 4, value: '4.67', effort: 2 },
		{ number: 1, value: '2.00', effort: 5 },
		{ number: 2, value: '4.67', effort: 2 },
		{ number: 3, value: null, effort: 2 },
		{ number: 5, value: '3.00', effort: null }
	];
	expect(pointsOf(rows)).toEqual([
		{ effort: 5, value: 2, numbers: [1] },
		{ effort: 2, value: 4.67, numbers: [2, 4] }
	]);
});

test('a crowded place names three and counts the rest', () => {
	expect(labelOf([7])).toBe('7');
	expect(labelOf([3, 7, 9, 12, 13])).toBe('3, 7, 9 +2');
});
