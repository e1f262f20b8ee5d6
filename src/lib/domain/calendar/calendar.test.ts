import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, isDay, showMoment, startOfDay } from './dates.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

test('a moment just before midnight in summer is already tomorrow in London', () => {
	expect(dayOf(Date.UTC(2026, 6, 1, 23, 30))).toBe('2026-07-02');
	expect(dayOf(Date.UTC(2026, 0, 1, 23, 30))).toBe('2026-01-01');
	expect(showMoment(Date.UTC(2026, 6, 1, 8, 14))).toBe('1 July 2026, 09:14');
});

test('bank holidays of England and Wales and their days in lieu are no working days', () => {
	// 2026: Good Friday 3 April, Easter Monday 6 April, Boxing Day on a Saturday so Monday 28 December in lieu (gov.uk/bank-holidays)
	for (const day of ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'])
		expect(isWorkingDay(day), day).toBe(false);
	expect(isWorkingDay('2026-12-24')).toBe(true);
	expect(isWorkingDay('2026-07-13')).toBe(true); // a holiday in Northern Ireland only
});

test('ten working days over Christmas are counted by hand', () => {
	// 22, 23, 24, 29, 30, 31 December, 4, 5, 6, 7 January
	expect(addWorkingDays('2026-12-21', 10)).toBe('2027-01-07');
	expect(workingDaysBetween('2026-12-21', '2027-01-07')).toBe(10);
	expect(workingDaysBetween('2027-01-07', '2026-12-21')).toBe(-10);
});

test('a month after 31 January is the last of February; 30 February is no date', () => {
	expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
	expect(isDay('2027-02-30')).toBe(false);
	expect(isDay('2028-02-29')).toBe(true);
});

test('a day begins at midnight in the United Kingdom, summer and winter', () => {
	expect(startOfDay('2026-11-21')).toBe(Date.parse('2026-11-21T00:00:00Z'));
	expect(startOfDay('2026-07-01')).toBe(Date.parse('2026-06-30T23:00:00Z'));
});

test('the working days between two dates are those counted one by one', () => {
	const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
	fc.assert(
		fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
			const days = Array.from({ length }, (_, i) => addDays(from, i + 1));
			expect(workingDaysBetween(from, addDays(from, length))).toBe(days.filter(isWorkingDay).length);
		})
	);
});

test('days between dates are counted over clock changes and leap days, backwards too', () => {
	expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
	expect(daysBetween('2028-03-01', '2028-02-01')).toBe(-29);
	expect(() => daysBetween('2026-02-30x', '2026-03-01')).toThrow(RangeError);
	fc.assert(
		fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
			expect(daysBetween('2026-11-22', addDays('2026-11-22', days))).toBe(days);
		})
	);
});
