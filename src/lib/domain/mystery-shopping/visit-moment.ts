import { startOfDay } from '../calendar/dates.ts';

const aMinute = 60_000;
const noon = 12 * 60;

/** The moment of a day and a time of it in minutes after midnight, in milliseconds; noon where no time is said, null without a day. */
export const momentOf = (day: string, minutes: number | null): number | null =>
	day ? startOfDay(day) + (minutes ?? noon) * aMinute : null;
