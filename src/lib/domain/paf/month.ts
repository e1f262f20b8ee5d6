import * as v from 'valibot';

/** Whether text is a month written YYYY-MM. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
export const monthOf = (day: string): string => day.slice(0, 7);

const inWords = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
/** 'November 2026' */
export const showMonth = (month: string): string => inWords.format(new Date(`${month}-15T12:00:00Z`));

/** The month so many months later, or earlier. */
export function monthsLater(month: string, by: number): string {
	const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
	return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const wrong = 'Enter a month, such as 2026-11';
/** A month of a form. */
export const monthField = v.pipe(v.optional(v.string(wrong), ''), v.trim(), v.check(isMonth, wrong));
