import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

const england = new Holidays('GB', 'ENG');
const byYear = new Map<number, Set<string>>();

/** Bank holidays of England and Wales in a year, with the days given in lieu. */
function bankHolidays(year: number): Set<string> {
	let days = byYear.get(year);
	if (!days) {
		const all = england.getHolidays(year).filter((holiday) => holiday.type === 'public' || holiday.type === 'bank');
		days = new Set(all.map((holiday) => holiday.date.slice(0, 10)));
		byYear.set(year, days);
	}
	return days;
}

/** Whether a date is a working day: not a weekend nor an England-and-Wales bank holiday. DOMAIN section 8. */
export function isWorkingDay(day: string): boolean {
	const date = Temporal.PlainDate.from(day);
	return date.dayOfWeek <= 5 && !bankHolidays(date.year).has(day);
}

/** The date `days` working days after a date. */
export function addWorkingDays(from: string, days: number): string {
	let date = Temporal.PlainDate.from(from);
	for (let left = days; left > 0;) {
		date = date.add({ days: 1 });
		if (isWorkingDay(date.toString())) left--;
	}
	return date.toString();
}

const aDay = 24 * 60 * 60 * 1000;
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string): number {
	if (to < from) return -workingDaysBetween(to, from);
	let count = 0;
	// lists count many months of days: plain numbers are ten times as quick here as calendar dates
	for (let time = midnight(from) + aDay; time <= midnight(to); time += aDay) {
		const date = new Date(time);
		const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
		if (!weekend && !bankHolidays(date.getUTCFullYear()).has(date.toISOString().slice(0, 10))) count++;
	}
	return count;
}
