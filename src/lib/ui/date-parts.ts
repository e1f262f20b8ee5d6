/** A date as it is typed: three texts, perhaps empty or wrong. */
export interface DateParts {
	day: string;
	month: string;
	year: string;
}

/** A typed date, read: the plain date, or which part is wrong and a sentence that says so. */
export type ReadDate = { date: string } | { error: string; part: 'day' | 'month' | 'year' };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The number of a month given as "3", "03", "Mar" or "March"; NaN if it is none. */
function monthNumber(text: string): number {
	if (/^\d{1,2}$/.test(text)) return Number(text);
	const typed = text.toLowerCase();
	const index = typed.length >= 3 ? MONTHS.findIndex((month) => month.startsWith(typed)) : -1;
	return index < 0 ? NaN : index + 1;
}

/** How many days a month has, 1 to 12. */
function daysIn(month: number, year: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Turns the three texts of a date field into YYYY-MM-DD. Nothing typed at all gives `date: ''`, so that the caller decides
 * whether the date may be missing. The sentences follow the GOV.UK Design System (date input, error messages).
 * @param label what the date is, in the middle of a sentence: "the due date"
 */
export function readDate(parts: DateParts, label: string): ReadDate {
	const day = parts.day.trim();
	const month = parts.month.trim();
	const year = parts.year.trim();
	if (!day && !month && !year) return { date: '' };
	const start = label.charAt(0).toUpperCase() + label.slice(1);
	const missing = (['day', 'month', 'year'] as const).filter((part) => !parts[part].trim());
	if (missing[0]) return { error: `${start} must include a ${missing.join(' and a ')}`, part: missing[0] };
	const m = monthNumber(month);
	if (!(m >= 1 && m <= 12)) return { error: `${start} must have a real month, for example 3 or March`, part: 'month' };
	if (!/^[12]\d{3}$/.test(year)) return { error: `${start} must have a year of 4 numbers`, part: 'year' };
	const d = /^\d{1,2}$/.test(day) ? Number(day) : NaN;
	if (!(d >= 1 && d <= daysIn(m, Number(year)))) return { error: `${start} must be a real date`, part: 'day' };
	return { date: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` };
}

/** The three texts of a stored date; three empty texts if there is none. */
export function dateParts(date: string | DateParts | null | undefined): DateParts {
	if (typeof date === 'object' && date) return date;
	const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
	if (!found) return { day: '', month: '', year: '' };
	return { day: String(Number(found[3])), month: String(Number(found[2])), year: String(found[1]) };
}
