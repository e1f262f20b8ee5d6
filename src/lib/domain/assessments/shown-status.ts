import type { Status } from './status.ts';

/** With whom an assessment is at each status, under its count on a board. Its word and shape are in status-in-words. */
export const statusMeans: Record<Status, string> = {
	draft: 'With the service',
	'changes requested': 'Back with the service',
	submitted: 'Waits for a moderator',
	'in moderation': 'With the moderator',
	moderated: 'Waits to be agreed',
	agreed: 'Done'
};

/** Working days to a due date in words: '12 working days left', 'Due today', '3 working days late'. */
export function daysLeftInWords(days: number): string {
	if (days === 0) return 'Due today';
	const count = Math.abs(days);
	return `${count} working ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'left' : 'late'}`;
}
