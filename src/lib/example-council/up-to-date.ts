import { addMonths } from '#lib/domain/calendar/dates.ts';

/** When the texts of the example council were written. */
const written = { year: 2026, month: 11 };

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthAndYear = new RegExp(`(?:(${months.join('|')}) (?:to (${months.join('|')}) )?)(20\\d\\d)`, 'g');
const financialYear = /\b(20\d\d)\/(\d\d)\b/g;

/**
 * A text of the example council moved to today: whole years are added to every 'March 2026' and '2025/26' in it for
 * each year gone by since it was written, so that it stays as recent as its dates. Within the year it stays as written.
 */
export function upToDate(text: string, today: string): string {
	const since = (Number(today.slice(0, 4)) - written.year) * 12 + Number(today.slice(5, 7)) - written.month;
	const years = Math.round(since / 12);
	if (years === 0) return text;
	const later = (year: string) => Number(addMonths(`${year}-01-01`, years * 12).slice(0, 4));
	return text
		.replaceAll(monthAndYear, (whole, _first, _last, year: string) => whole.replace(year, String(later(year))))
		.replaceAll(financialYear, (_, year: string) => `${later(year)}/${String((later(year) + 1) % 100).padStart(2, '0')}`);
}

/** The same for every text in a file that was read. */
export function allUpToDate<T>(value: T, today: string): T {
	if (typeof value === 'string') return upToDate(value, today) as T;
	if (Array.isArray(value)) return value.map((item) => allUpToDate(item as unknown, today)) as T;
	if (value && typeof value === 'object')
		return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, allUpToDate(item as unknown, today)])) as T;
	return value;
}
