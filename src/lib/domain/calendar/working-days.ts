import Holidays from 'date-holidays';

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

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const written = (date: Date) => date.toISOString().slice(0, 10);
const next = (date: Date) => date.setUTCDate(date.getUTCDate() + 1);

// plain Date here: a list of services counts thousands of days, and the polyfill takes a tenth of a millisecond for each
function isWorking(date: Date): boolean {
	const weekday = date.getUTCDay();
	return weekday !== 0 && weekday !== 6 && !bankHolidays(date.getUTCFullYear()).has(written(date));
}

/** Whether a date is a working day: not a weekend nor an England-and-Wales bank holiday. DOMAIN section 8. */
export const isWorkingDay = (day: string): boolean => isWorking(noon(day));

/** The date `days` working days after a date. */
export function addWorkingDays(from: string, days: number): string {
	const date = noon(from);
	for (let left = days; left > 0;) {
		next(date);
		if (isWorking(date)) left--;
	}
	return written(date);
}

const aDay = 86_400_000;
const weekdayOf = (day: string) => noon(day).getUTCDay();

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string): number {
	if (to < from) return -workingDaysBetween(to, from);
	const days = Math.round((noon(to).getTime() - noon(from).getTime()) / aDay);
	// whole weeks have five each; the days over are looked at one by one
	let count = Math.floor(days / 7) * 5;
	for (let over = 1; over <= days % 7; over++) if (((weekdayOf(from) + over) % 7) % 6) count++;
	for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
		for (const day of bankHolidays(year)) if (day > from && day <= to && weekdayOf(day) % 6) count--;
	return count;
}
