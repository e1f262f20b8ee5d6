import { showShortDay, showTime, dayOf } from '#lib/domain/calendar/dates.ts';
import type { AssessmentState, Selection } from './states.ts';

const asName: Record<string, string> = {
	phone: 'Telephone call',
	'face to face': 'Face-to-face contact',
	email: 'Email',
	letter: 'Letter',
	web: 'Web contact',
	SMS: 'Text message',
	'social media': 'Social media contact'
};

/** 'Telephone call, 12 Nov 2026, 10:42' */
export const nameOf = (channel: string, at: number): string => `${asName[channel] ?? channel}, ${showShortDay(dayOf(at))}, ${showTime(at)}`;

/** '8 min 14 s' */
export const showLength = (seconds: number): string =>
	seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60 ? `${seconds % 60} s` : ''}`.trim();

type MarkKind = 'good' | 'watch' | 'bad' | 'here' | 'quiet';
const marks: Record<AssessmentState, { kind: MarkKind; text: string }> = {
	'to score': { kind: 'quiet', text: 'To score' },
	drafted: { kind: 'here', text: 'Drafted' },
	released: { kind: 'here', text: 'Released' },
	acknowledged: { kind: 'good', text: 'Acknowledged' },
	appealed: { kind: 'watch', text: 'Appealed' },
	upheld: { kind: 'good', text: 'Appeal upheld' },
	changed: { kind: 'good', text: 'Changed after appeal' },
	rejected: { kind: 'good', text: 'Appeal rejected' }
};
export const markOf = (state: AssessmentState) => marks[state];

/** What came of it, in a sentence. */
export const meaningOf: Partial<Record<AssessmentState, string>> = {
	released: 'It is released and counts.',
	acknowledged: 'The advisor has seen it and accepts it.',
	appealed: 'The advisor has appealed. Until it is decided the score counts.',
	upheld: 'The appeal was upheld: this score no longer counts.',
	changed: 'It was scored again after the appeal: the new score counts, the original stays on record.',
	rejected: 'The appeal was rejected: the original score stands.'
};

export const selectionInWords = (selection: Selection, why: string | null): string =>
	selection === 'sampled' ? 'Sampled at random' : `Chosen: ${why ?? ''}`;
