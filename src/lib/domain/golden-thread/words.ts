import type { BreakKind } from './breaks.ts';

/** How a strand stands, as a mark says it: its first break, or that it is whole. */
export type StrandMark = { kind: 'good' | 'watch' | 'bad' | 'quiet'; text: string };

const words: Record<BreakKind, string> = {
	'tied to nothing': 'Serves nothing above it',
	'nothing below': 'nothing below',
	'no owner': 'no owner',
	'no measure': 'no measure'
};

/** 'Break: no measure'; 'Owned and measured' where there is none; with a measure that misses its target, that. */
export function markOf(breaks: readonly BreakKind[], misses = false): StrandMark {
	if (breaks.length) {
		const said = breaks.map((what) => words[what]).join(', ');
		return { kind: 'bad', text: `Break: ${said.charAt(0).toLowerCase()}${said.slice(1)}` };
	}
	return misses ? { kind: 'watch', text: 'Measured, missing target' } : { kind: 'good', text: 'Owned and measured' };
}

/** A number in words at the head of a sentence, up to twelve. */
export const countInWords = (n: number): string =>
	['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'][n] ?? n.toLocaleString('en-GB');
