import { addMonths } from '../calendar/dates.ts';
import type { ActionDetails } from './details.ts';

/** What the form of a new action starts with: from today, three months to do it, one more to see whether it worked. */
export const startingValues = (today: string, ownerId: string): ActionDetails => ({
	title: '',
	detail: '',
	ownerId,
	priority: 'medium',
	startOn: today,
	dueOn: addMonths(today, 3),
	reviewOn: addMonths(today, 4),
	measure: '',
	baseline: '',
	target: ''
});
