import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/calendar/dates.ts';
import { nextTime } from './next-time.ts';
import { rhythms } from './words.ts';

test.each([
	['2026-11-22', 'monthly', '2026-11-21', '2026-11-22'],
	['2026-11-22', 'monthly', '2026-11-22', '2026-12-22'],
	// the day of the first time is kept through a short month
	['2026-01-31', 'monthly', '2026-02-10', '2026-02-28'],
	['2026-01-31', 'monthly', '2026-02-28', '2026-03-31'],
	['2024-02-29', 'yearly', '2024-03-01', '2025-02-28'],
	['2024-02-29', 'yearly', '2027-03-01', '2028-02-29'],
	['2026-01-15', 'quarterly', '2026-09-01', '2026-10-15']
] as const)('first on %s, %s, seen on %s: %s', (first, rhythm, today, next) => expect(nextTime(first, rhythm, today)).toBe(next));

test('the next time is after today, or the first, and never more than a rhythm away', () => {
	fc.assert(
		fc.property(fc.nat(3000), fc.nat(3000), fc.constantFrom(...rhythms), (from, seen, rhythm) => {
			const [first, today] = [addDays('2020-01-01', from), addDays('2020-01-01', seen)];
			const next = nextTime(first, rhythm, today);
			expect(next > today).toBe(true);
			if (first > today) expect(next).toBe(first);
			else expect(nextTime(first, rhythm, addDays(next, -1))).toBe(next);
		})
	);
});
