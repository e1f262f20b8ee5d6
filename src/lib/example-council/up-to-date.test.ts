import { expect, test } from 'vitest';
import { allUpToDate, upToDate } from './up-to-date.ts';

test('a text moves with the years and not within one', () => {
	const text = 'July to September 2026: 412 of 431. Since March 2024, in the plan for 2026/27 and 2029/30.';
	expect(upToDate(text, '2026-11-21')).toBe(text);
	expect(upToDate(text, '2027-03-01')).toBe(text);
	expect(upToDate(text, '2028-12-01')).toBe('July to September 2028: 412 of 431. Since March 2026, in the plan for 2028/29 and 2031/32.');
	expect(allUpToDate({ lines: ['May 2025', 7] }, '2027-11-01')).toEqual({ lines: ['May 2026', 7] });
});
