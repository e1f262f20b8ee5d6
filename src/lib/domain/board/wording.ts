import type { Attendance, DecisionKind, ItemKind, MeetingState, View } from './words.ts';

type Shape = 'good' | 'watch' | 'bad' | 'here' | 'quiet';
type Mark = { kind: Shape; text: string };

export const kindWords: Record<ItemKind, string> = {
	finding: 'Finding',
	recommendation: 'Recommendation',
	award: 'Award sign-off',
	lesson: 'Lesson learned'
};

/** Several of a kind: 'Findings'. */
export const kindsInWords: Record<ItemKind, string> = {
	finding: 'Findings',
	recommendation: 'Recommendations',
	award: 'Awards to sign off',
	lesson: 'Lessons learned'
};

/** What is asked of the board where nobody wrote it. */
export const usualAsk: Record<ItemKind, string> = {
	finding: 'To acknowledge what was found.',
	recommendation: 'To accept the recommendation, so that it becomes an action with an owner and a due date.',
	award: 'To sign off the award.',
	lesson: 'To take up the lesson in the next version of the toolkit.'
};

/** The link from a paper to where more of it stands. */
export const seeMore: Record<ItemKind, string> = {
	finding: 'See the finding',
	recommendation: 'See the recommendation',
	award: 'See the result of the assessment',
	lesson: 'See the journey'
};

export const viewMarks: Record<View, Mark> = {
	support: { kind: 'good', text: 'Supports' },
	'support with changes': { kind: 'watch', text: 'Supports with changes' },
	'do not support': { kind: 'bad', text: 'Does not support' },
	comment: { kind: 'quiet', text: 'Comments' }
};

export const viewWords: Record<View, string> = {
	support: 'I support this',
	'support with changes': 'I support this with changes',
	'do not support': 'I do not support this',
	comment: 'I only want to comment'
};

export const decisionMarks: Record<DecisionKind, Mark> = {
	accept: { kind: 'good', text: 'Accepted' },
	'accept with changes': { kind: 'good', text: 'Accepted with changes' },
	defer: { kind: 'watch', text: 'Deferred' },
	reject: { kind: 'bad', text: 'Rejected' }
};

export const decisionWords: Record<DecisionKind, string> = {
	accept: 'Accept',
	'accept with changes': 'Accept with changes',
	defer: 'Defer to a date',
	reject: 'Reject with a reason'
};

export const stateMarks: Record<MeetingState, Mark> = {
	planned: { kind: 'here', text: 'Planned' },
	held: { kind: 'good', text: 'Held' },
	cancelled: { kind: 'quiet', text: 'Cancelled' }
};

export const attendanceMarks: Record<Attendance, Mark> = {
	invited: { kind: 'quiet', text: 'Asked' },
	present: { kind: 'good', text: 'Present' },
	apologies: { kind: 'watch', text: 'Apologies' }
};
