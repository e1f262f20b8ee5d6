import { addMonths } from '#lib/domain/calendar/dates.ts';
import { monthsOf, type Rhythm } from './words.ts';

/**
 * The next day, after today, that a report falls due which was first due on `firstOn`: the same day of a later month, or that month's last
 * where it is shorter. Times that were missed are not made up for: nobody knows any more what the figures were.
 */
export function nextTime(firstOn: string, rhythm: Rhythm, today: string): string {
	let next = firstOn;
	for (let times = 1; next <= today; times++) next = addMonths(firstOn, times * monthsOf[rhythm]);
	return next;
}
