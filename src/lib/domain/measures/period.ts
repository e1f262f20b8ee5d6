import type { Frequency } from './words.ts';

/*
 * A period is a month, YYYY-MM, so that it sorts and compares as it is. A value of a quarter or a year stands at its last
 * month. Quarters are those of the financial year, which are those of the calendar too.
 */

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;
export const monthNames: readonly string[] = months;

/** Whether text is a month written YYYY-MM. */
export const isPeriod = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month a day lies in. */
export const periodOf = (day: string): string => day.slice(0, 7);

const countOf = (period: string) => Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
const fromCount = (count: number) => `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;

/** The month so many months later, or earlier where `by` is negative. */
export const addPeriods = (period: string, by: number): string => fromCount(countOf(period) + by);

/** Months from one to another; negative where the second is earlier. */
export const periodsBetween = (from: string, to: string): number => countOf(to) - countOf(from);

/** Every month from one to another, both in it. */
export const periodsFrom = (from: string, to: string): string[] =>
	Array.from({ length: Math.max(0, periodsBetween(from, to) + 1) }, (_, at) => addPeriods(from, at));

/** The last day of a month. */
export function lastDayOf(period: string): string {
	const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5, 7))];
	return `${period}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Months a period of a frequency has. */
export const monthsOf: Record<Frequency, number> = { month: 1, quarter: 3, year: 12 };

/** The latest month that has ended before a day. */
export const lastEnded = (today: string): string => addPeriods(periodOf(today), -1);

/** Whether a value of that frequency can stand at a month: a quarter ends in March, June, September or December. */
export const endsPeriod = (period: string, frequency: Frequency): boolean =>
	frequency !== 'quarter' || Number(period.slice(5, 7)) % 3 === 0;

/** 'March 2026', 'Quarter to March 2026', 'Year to March 2026'. */
export function showPeriod(period: string, frequency: Frequency = 'month'): string {
	const month = `${months[Number(period.slice(5, 7)) - 1]} ${period.slice(0, 4)}`;
	return frequency === 'month' ? month : `${frequency === 'quarter' ? 'Quarter' : 'Year'} to ${month}`;
}

/** 'Mar 2026', for charts and narrow tables. */
export const showShortPeriod = (period: string): string => `${months[Number(period.slice(5, 7)) - 1]?.slice(0, 3)} ${period.slice(0, 4)}`;
