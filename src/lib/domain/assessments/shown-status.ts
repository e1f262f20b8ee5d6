import type { Status } from './status.ts';

type StatusMark = { kind: 'good' | 'watch' | 'here' | 'quiet'; text: string };

/** The status of an assessment as a mark: a shape and a word. DOMAIN section 2.3. */
export const statusMarks: Record<Status, StatusMark> = {
	draft: { kind: 'here', text: 'Draft' },
	submitted: { kind: 'here', text: 'Submitted' },
	'in moderation': { kind: 'here', text: 'In moderation' },
	'changes requested': { kind: 'watch', text: 'Changes requested' },
	moderated: { kind: 'here', text: 'Moderated' },
	agreed: { kind: 'good', text: 'Agreed' }
};

/** With whom an assessment is at each status, under its count on a board. */
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
