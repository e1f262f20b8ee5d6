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
