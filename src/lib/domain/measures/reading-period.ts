import { isDay } from '../calendar/dates.ts';
import { isPeriod, monthNames, periodOf } from './period.ts';

const two = (text: string | number) => String(text).padStart(2, '0');
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);
const excelBegins = Date.UTC(1899, 11, 30);
const aDay = 86_400_000;

/** The number of a month by its name or the first three letters or more of it; 0 for no month. */
function monthNumber(name: string): number {
	const word = name.toLowerCase();
	if (word.length < 3) return 0;
	return monthNames.findIndex((month) => month.toLowerCase().startsWith(word) || (word === 'sept' && month === 'September')) + 1;
}

/**
 * The month a text means, YYYY-MM; null where it is none. Read are 2026-03, 2026/03, 03/2026, 3-2026, March 2026, Mar 26,
 * 2026 March, a day (2026-03-14, 14/03/2026: the month it lies in), with or without a time, and Excel's count of days. Two
 * figures and two more (03/26) are the month and the year.
 */
export function readPeriod(text: string): string | null {
	const cell = text.trim().replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, '');
	const period = (year: string, month: string | number) => {
		const found = `${fullYear(year)}-${two(month)}`;
		return isPeriod(found) ? found : null;
	};
	let found = /^(\d{4})[-/.](\d{1,2})$/.exec(cell);
	if (found) return period(found[1] ?? '', found[2] ?? '');
	found = /^(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(cell);
	if (found) return period(found[2] ?? '', found[1] ?? '');
	found = /^([A-Za-z]{3,9})\.?[-/, ]*(\d{4}|\d{2})$/.exec(cell);
	if (found && monthNumber(found[1] ?? '')) return period(found[2] ?? '', monthNumber(found[1] ?? ''));
	found = /^(\d{4})[-/ ]+([A-Za-z]{3,9})$/.exec(cell);
	if (found && monthNumber(found[2] ?? '')) return period(found[1] ?? '', monthNumber(found[2] ?? ''));
	found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
	const day = found ? `${found[3]}-${two(found[2] ?? '')}-${two(found[1] ?? '')}` : cell;
	if (isDay(day)) return periodOf(day);
	if (/^\d{5}(\.\d+)?$/.test(cell) && Number(cell) > 20_000 && Number(cell) < 80_000)
		return new Date(excelBegins + Math.floor(Number(cell)) * aDay).toISOString().slice(0, 7);
	return null;
}
