import { expect, test } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

test('figures along an axis are round and never leave it', () => {
	expect(axisTicks(0, 100, 6)).toEqual([0, 20, 40, 60, 80, 100]);
	expect(axisTicks(78.3, 91.2, 7)).toEqual([80, 85, 90]);
	expect(axisTicks(0.1, 0.35, 6)).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
	expect(axisTicks(-12, 12, 7)).toEqual([-10, -5, 0, 5, 10]);
	expect(axisTicks(4, 4, 6)).toEqual([4]);
});

test('none is finer than asked for', () => {
	expect(axisTicks(0, 3, 7, 1)).toEqual([0, 1, 2, 3]);
	expect(axisTicks(0, 0.6, 7, 1)).toEqual([0]);
});
