import type { ActionStatus, outcomes } from './status.ts';

type Shape = 'good' | 'watch' | 'bad' | 'here' | 'quiet';

/** The shape that goes with a status; the word stands beside it always. */
export const statusShapes: Record<ActionStatus, Shape> = {
	'not started': 'quiet',
	'on track': 'here',
	'at risk': 'watch',
	late: 'bad',
	done: 'good',
	dropped: 'quiet'
};

/** 'On track'. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How a status is shown: { kind: 'bad', text: 'Late' }. */
export const statusMark = (status: ActionStatus): { kind: Shape; text: string } => ({ kind: statusShapes[status], text: capital(status) });

export const outcomeWords: Record<(typeof outcomes)[number], string> = {
	'measure moved': 'Yes, the measure moved',
	'measure did not move': 'No, the measure did not move',
	'too early to say': 'It is too early to say',
	'no measure': 'There was no measure to move'
};

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** A number at the start of a heading, in words up to nine: 'Three', '12'. */
export const numberInWords = (count: number): string => small[count] ?? count.toLocaleString('en-GB');
