import type { priorities } from './status.ts';

export type Priority = (typeof priorities)[number];

/** What somebody writes down about an action. Dates are plain dates, YYYY-MM-DD. DOMAIN section 3. */
export type ActionDetails = {
	title: string;
	detail: string;
	ownerId: string;
	priority: Priority;
	startOn: string;
	dueOn: string;
	reviewOn: string;
	measure: string;
	baseline: string;
	target: string;
};

/** How each is called, on forms, in the audit trail and where two texts stand side by side. */
export const detailLabels: Record<keyof ActionDetails, string> = {
	title: 'Title',
	detail: 'What is to be done',
	ownerId: 'Owner',
	priority: 'Priority',
	startOn: 'Start date',
	dueOn: 'Due date',
	reviewOn: 'Review date',
	measure: 'Success measure',
	baseline: 'Where the measure stands',
	target: 'Where the measure should go'
};

/** What two fields get wrong together; empty where nothing is. */
export function faultsIn(
	details: Pick<ActionDetails, 'startOn' | 'dueOn' | 'reviewOn' | 'measure' | 'target'>
): { field: string; text: string }[] {
	const faults: { field: string; text: string }[] = [];
	if (details.dueOn < details.startOn) faults.push({ field: 'dueOn', text: 'The due date must be on or after the start date' });
	if (details.reviewOn < details.startOn) faults.push({ field: 'reviewOn', text: 'The review date must be on or after the start date' });
	if (!details.measure && details.target)
		faults.push({ field: 'measure', text: 'Enter the success measure, or leave where it should go empty' });
	return faults;
}
