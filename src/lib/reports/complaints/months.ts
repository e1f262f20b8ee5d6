import { isMonth, monthOf, monthsLater } from '#lib/domain/paf/month.ts';

/** A stretch of months, and the day on which it is counted. */
export type Months = { from: string; to: string; today: string };

/** The months that are over, the latest first, two years of them: what a report can be asked for. */
export const monthsToReport = (today: string): string[] => Array.from({ length: 24 }, (_, back) => monthsLater(monthOf(today), -1 - back));

/** The month a report is of: the one asked for where it is over, else the last one. */
export const monthToReport = (asked: string | null, today: string): string =>
	asked && isMonth(asked) && asked < monthOf(today) ? asked : monthsLater(monthOf(today), -1);

/** The stretches a report of a month counts: it, the same a year before, the twelve months to it, and the twelve before those. */
export function stretchesOf(asked: string, today: string) {
	const months = (from: number, to: number): Months => ({ from: monthsLater(asked, from), to: monthsLater(asked, to), today });
	return { month: months(0, 0), year: months(-12, -12), twelve: months(-11, 0), before: months(-23, -12) };
}

/** The first and the last day of such a stretch. */
export const daysOf = ({ from, to }: Months): { from: string; to: string } => ({ from: `${from}-01`, to: `${to}-31` });
