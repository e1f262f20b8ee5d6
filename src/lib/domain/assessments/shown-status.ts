import type { Status } from './status.ts';

type ShownStatus = { word: string; mark: 'good' | 'watch' | 'here' | 'quiet'; means: string };

const shown: Record<Status, ShownStatus> = {
	draft: { word: 'Being answered', mark: 'quiet', means: 'With the service' },
	'changes requested': { word: 'Changes requested', mark: 'watch', means: 'Back with the service' },
	submitted: { word: 'Submitted', mark: 'here', means: 'Waits for a moderator' },
	'in moderation': { word: 'In moderation', mark: 'here', means: 'With the moderator' },
	moderated: { word: 'Moderated', mark: 'here', means: 'Waits to be agreed' },
	agreed: { word: 'Agreed', mark: 'good', means: 'Done' }
};

/** How a status is shown everywhere: its word, the shape beside it, and with whom the assessment is. */
export const shownStatus = (status: Status): ShownStatus => shown[status];

/** Working days to a due date in words: '12 working days left', 'due today', '3 working days late'. */
export function daysLeftInWords(days: number): string {
	if (days === 0) return 'Due today';
	const count = Math.abs(days);
	return `${count} working ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'left' : 'late'}`;
}
