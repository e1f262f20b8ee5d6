import { addDays, daysBetween, showDay } from '../calendar/dates.ts';

type Shape = 'good' | 'watch' | 'bad' | 'here' | 'quiet';

/** One thing that needs a person: what to do, where, why, and by when. */
export type Need = {
	href: string;
	title: string;
	text?: string;
	/** The day it is needed by, for the order; what has none comes last. */
	by: string | null;
	when: { kind: Shape; text: string };
};

/** How a day to do something by is shown: late and the last week stand out. */
export function dueMark(day: string, today: string): Need['when'] {
	const days = daysBetween(today, day);
	if (days < 0) return { kind: 'bad', text: days === -1 ? '1 day late' : `${-days} days late` };
	if (days === 0) return { kind: 'bad', text: 'Today' };
	if (day <= addDays(today, 7)) return { kind: 'watch', text: days === 1 ? '1 day left' : `${days} days left` };
	return { kind: 'quiet', text: `By ${dayAndMonth(day)}` };
}

/** '27 November': without the year, where it can only be the next one. */
export const dayAndMonth = (day: string): string => showDay(day).replace(/ \d{4}$/, '');

/** Each by itself while they are few; else all of them as one, so that a list for the whole council stays short. */
export const eachOrAll = <T>(rows: readonly T[], one: (row: T) => Need, all: (rows: readonly T[]) => Need, few = 3): Need[] =>
	rows.length > few ? [all(rows)] : rows.map(one);

/** The most pressing first. */
export const byDate = (a: Need, b: Need): number => (a.by ?? '9999').localeCompare(b.by ?? '9999');
