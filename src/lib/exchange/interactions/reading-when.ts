import { Temporal } from 'temporal-polyfill';
import { addDays, isDay, startOfDay } from '#lib/domain/calendar/dates.ts';

const minute = 60_000;
const aDay = 24 * 60 * minute;
/** Excel's day 0, so that its dates after February 1900 come out right. */
const excelBegins = Date.UTC(1899, 11, 30);

type Clock = { hours: number; minutes: number; seconds: number };
export type When = { day: string; at: number } | { problem: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (text: string | number) => String(text).padStart(2, '0');
/** 26 is 2026: nobody brings in interactions of the last century. */
const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(.+))?$/;
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?\s+(.+))?$/;
const worded = /^(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4}|\d{2})(?:,?\s+(.+))?$/;
const excelNumber = /^\d{1,6}(?:\.\d+)?$/;
const timeOfDay = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i;
const withZone = /^(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i;

function splitDate(text: string): { day: string; time: string } | null {
	let found = iso.exec(text);
	if (found) return { day: `${found[1]}-${found[2]}-${found[3]}`, time: found[4] ?? '' };
	found = british.exec(text);
	if (found) return { day: `${fullYear(found[3] ?? '')}-${two(found[2] ?? '')}-${two(found[1] ?? '')}`, time: found[4] ?? '' };
	found = worded.exec(text);
	const month = found ? months.indexOf((found[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0;
	return found && month ? { day: `${fullYear(found[3] ?? '')}-${two(month)}-${two(found[1] ?? '')}`, time: found[4] ?? '' } : null;
}

function clockOf(text: string): Clock | null {
	const fraction = /^0?\.\d+$|^0$/.test(text) ? Number(text) : NaN;
	if (!Number.isNaN(fraction)) {
		const seconds = Math.round(fraction * 86_400);
		return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, seconds: seconds % 60 };
	}
	const found = timeOfDay.exec(text);
	if (!found) return null;
	const [, h = '', m = '', s = '0', half = ''] = found;
	const afternoon = /^p/i.test(half);
	if (half && (Number(h) < 1 || Number(h) > 12)) return null;
	const hours = half ? (Number(h) % 12) + (afternoon ? 12 : 0) : Number(h);
	return hours < 24 && Number(m) < 60 && Number(s) < 60 ? { hours, minutes: Number(m), seconds: Number(s) } : null;
}

/** Days are few and rows are many: when a day begins, and whether the clocks change on it, is worked out once. */
const known = new Map<string, { start: number; plain: boolean } | null>();
function dayAt(day: string) {
	let found = known.get(day);
	if (found === undefined) {
		if (known.size > 5000) known.clear();
		const start = isDay(day) ? startOfDay(day) : NaN;
		found = Number.isNaN(start) ? null : { start, plain: startOfDay(addDays(day, 1)) - start === aDay };
		known.set(day, found);
	}
	return found;
}

function momentOf(day: string, { hours, minutes, seconds }: Clock): number | null {
	const found = dayAt(day);
	if (!found) return null;
	if (found.plain) return found.start + hours * 60 * minute + minutes * minute + seconds * 1000;
	// an hour the clocks leave out is the one after it; one that comes twice is the first
	const local = `${day}T${two(hours)}:${two(minutes)}:${two(seconds)}`;
	return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').epochMilliseconds;
}

const unreadable = (text: string) => `“${text.slice(0, 40)}” is no date that can be read. Write 12/11/2026 10:42 or 2026-11-12 10:42`;

/**
 * The moment an interaction began, from the cell of its date and that of its time where it has one. British and ISO dates, dates
 * and times as Excel keeps them (days since 30 December 1899), times with a zone; all others are times in the United Kingdom.
 * Without any time it is the beginning of the day. Day and month are never guessed round: 11/12/2026 is 11 December.
 */
export function readWhen(date: string, time: string): When {
	const [dated, timed] = [date.trim(), time.trim()];
	if (!dated) return { problem: 'Enter the date' };
	if (excelNumber.test(dated)) return fromExcel(dated, timed);
	const split = splitDate(dated);
	if (!split) return { problem: unreadable(dated) };
	if (!dayAt(split.day)) return { problem: `“${dated.slice(0, 40)}” is no real date: day, month, year` };
	// a date Excel wrote with midnight, and the time beside it
	const text = timed && /^(00:00(:00)?)?$/.test(split.time) ? timed : split.time;
	const zoned = withZone.exec(text);
	if (zoned) {
		const zone = zoned[2]?.toUpperCase() === 'Z' ? 'Z' : (zoned[2] ?? '').replace(/^(...)(\d\d)$/, '$1:$2');
		const at = Date.parse(`${split.day}T${(zoned[1] ?? '').padStart(5, '0')}${zone}`);
		return Number.isNaN(at) ? { problem: unreadable(dated) } : { day: dayOfMoment(at), at };
	}
	return timeOn(split.day, text);
}

function timeOn(day: string, text: string): When {
	const clock = text ? clockOf(text.trim()) : { hours: 0, minutes: 0, seconds: 0 };
	const at = clock && momentOf(day, clock);
	return at === null || at === undefined ? { problem: `“${text.slice(0, 40)}” is no time of day. Write 10:42` } : { day, at };
}

function fromExcel(dated: string, timed: string): When {
	const value = Number(dated);
	if (value < 20_000 || value > 80_000) return { problem: unreadable(dated) };
	const day = new Date(excelBegins + Math.floor(value) * aDay).toISOString().slice(0, 10);
	const within = Math.round((value - Math.floor(value)) * 86_400);
	if (!within) return timeOn(day, timed);
	// a hair before midnight is midnight of the next day
	if (within === 86_400) return timeOn(addDays(day, 1), '');
	return timeOn(day, `${two(Math.floor(within / 3600))}:${two(Math.floor(within / 60) % 60)}:${two(within % 60)}`);
}

const dayOfMoment = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/London').toPlainDate().toString();

/**
 * How long an interaction took, in seconds; null for an empty cell, undefined for one that cannot be read. '494', '8:14',
 * '0:08:14', '8 min 14 s', or the share of a day in which Excel keeps a time.
 */
export function readLength(text: string): number | null | undefined {
	const cell = text.trim();
	if (!cell) return null;
	if (/^0?\.\d+$/.test(cell)) return Math.round(Number(cell) * 86_400);
	if (/^\d{1,6}(\.\d+)?$/.test(cell)) return Math.round(Number(cell));
	const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(cell);
	if (clock && Number(clock[3]) < 60) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
	const words = /^(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?)?$/i.exec(cell);
	if (words && /\d/.test(cell)) return Number(words[1] ?? 0) * 3600 + Number(words[2] ?? 0) * 60 + Number(words[3] ?? 0);
	return undefined;
}
