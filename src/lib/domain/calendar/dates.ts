import { Temporal } from 'temporal-polyfill';

/*
 * Plain dates are text, YYYY-MM-DD, so they sort and compare as they are. Moments are milliseconds in UTC, shown in
 * Europe/London. DOMAIN section 8.
 */

const zone = 'Europe/London';
const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** What a few texts are worked out for again and again is kept, and all of it forgotten when it gets much. */
function kept<K>(work: (key: K) => string): (key: K) => string {
	const known = new Map<K, string>();
	return (key) => {
		let shown = known.get(key);
		if (shown === undefined) {
			if (known.size >= 2000) known.clear();
			known.set(key, (shown = work(key)));
		}
		return shown;
	};
}

const hour = 3_600_000;
const dayOfHour = kept((hours: number) =>
	Temporal.Instant.fromEpochMilliseconds(hours * hour)
		.toZonedDateTimeISO(zone)
		.toPlainDate()
		.toString()
);

/** The date it is in the United Kingdom at a moment. */
export const dayOf = (moment: number): string =>
	// clocks are changed by whole hours here, so a day begins with one; they were not before 1972
	moment >= 0 && Number.isFinite(moment)
		? dayOfHour(Math.floor(moment / hour))
		: Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

/** '21 November 2026' */
export const showDay = kept((day: string): string => inWords.format(noon(day)));
/** '21 Nov 2026' */
export const showShortDay = kept((day: string): string => short.format(noon(day)));
const timeOfMinute = kept((minutes: number) => clock.format(minutes * 60_000));
/** '09:14' */
export const showTime = (moment: number): string => timeOfMinute(Math.floor(moment / 60_000));
/** '21 November 2026, 09:14' */
export const showMoment = (moment: number): string => `${showDay(dayOf(moment))}, ${showTime(moment)}`;

/** The moment a day begins in the United Kingdom, in milliseconds. */
export const startOfDay = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
/** The same day of a later month, or that month's last day where it is shorter. */
export const addMonths = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();

/** Days from one date to another; negative when the second is earlier. Throws for text that is no date. */
export function daysBetween(from: string, to: string): number {
	const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
	if (Number.isNaN(days)) throw new RangeError(`Not two dates: ${from}, ${to}`);
	return days;
}

/** Whether text is a real date written YYYY-MM-DD. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	try {
		Temporal.PlainDate.from(text, { overflow: 'reject' });
		return true;
	} catch {
		return false;
	}
}
