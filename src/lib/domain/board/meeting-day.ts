import { showDay } from '../calendar/dates.ts';
import { refused, type Refused } from '../outcome.ts';

/** Why a meeting cannot be on a day; null where it can. It may stay on a day that has passed, and never move to one. */
export function refusedDay(heldOn: string, today: string, before?: string): Refused | null {
	if (heldOn === before || heldOn >= today) return null;
	const [verb, day] = [before ? 'moved to' : 'planned in', showDay(heldOn)];
	return refused('past', `A meeting cannot be ${verb} the past: ${day} is over. Choose today or a later day`, 'heldOn');
}
