import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnWidths } from './column-widths.ts';
import { wholeDates } from './whole-dates.ts';

test('a column too narrow for its longest word takes from those with room, the others keep what they have', () => {
	const [kind = 0, title = 0] = columnWidths([1, 9], [['Recommendation'], ['a b c']]);
	// 14 letters × 5 + 11 = 81 of 487.28 points
	expect(kind).toBeCloseTo(81 / 487.28, 4);
	expect(kind + title).toBeCloseTo(1, 9);
	expect(columnWidths([1, 3], [['No.'], ['Text']])).toEqual([0.25, 0.75]);
});

test('widths always sum to the page, and nobody is narrower than their longest word who was not before', () => {
	const column = fc.tuple(fc.double({ min: 0.2, max: 4, noNaN: true }), fc.array(fc.string({ maxLength: 30 }), { maxLength: 4 }));
	fc.assert(
		fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
			const widths = columnWidths(
				columns.map(([share]) => share),
				columns.map(([, texts]) => texts)
			);
			expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
			expect(Math.min(...widths)).toBeGreaterThan(0);
		})
	);
});

test('a date holds together, and nothing else', () => {
	expect(wholeDates('Minutes, 25 July 2026, of 3 Sept 2026')).toBe('Minutes, 25\u00a0July\u00a02026, of 3\u00a0Sept\u00a02026');
	for (const text of ['12 visits 2026', 'room 225 July 20264', 'in July 2026']) expect(wholeDates(text)).toBe(text);
});
