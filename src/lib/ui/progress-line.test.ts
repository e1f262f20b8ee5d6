import { describe, expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

const group = (label: string, done: number, all: number) => ({
	label,
	items: Array.from({ length: all }, (_, index) => (index < done ? ('done' as const) : ('todo' as const)))
});

describe('the flat thread', () => {
	test('is solid up to the last of the unbroken run that is done', () => {
		const line = progressLine([group('1 Interested', 5, 5), group('2 Invested', 2, 6)]);
		expect(line.knots).toHaveLength(11);
		expect(line.reached).toBe(line.knots[6]?.x);
	});
	test('is solid up to the place one is at', () => {
		const line = progressLine([{ label: 'One', items: ['done', 'here', 'done', 'todo'] }]);
		expect(line.reached).toBe(line.knots[1]?.x);
	});
	test('stays inside its width with two hundred criteria', () => {
		const line = progressLine([1, 2, 3, 4, 5].map((level) => group(`Theme ${level}`, 3, 40)));
		expect(line.end).toBeLessThan(line.width);
	});
	test('with nothing done has no solid length', () => {
		expect(progressLine([group('1 Interested', 0, 5)]).reached).toBe(14);
	});
	test('shortens a label that would run into the next', () => {
		const line = progressLine([group('Customer understanding and insight', 0, 2), group('Design', 0, 9)]);
		expect(line.labels.map((label) => label.text)).toEqual(['Customer', 'Design']);
	});
});
