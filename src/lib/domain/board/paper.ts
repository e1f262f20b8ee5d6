import type { ItemKind } from './words.ts';

/** A piece of evidence as a paper names it. */
export type PaperEvidence = { title: string; shows: string; strength: string };

/** A part of a paper: paragraphs, or a list of points; an arithmetic is folded on the page and open in print. */
export type PaperPart = { heading: string; text?: string; points?: readonly string[]; isArithmetic?: boolean };

/** What a board reads about one item: the same on the page and in the pack. */
export type Paper = {
	kind: ItemKind;
	/** 'Recommendation 7 · Repair to a council home' */
	over: string;
	/** The whole text of what is before the board. */
	about: string;
	facts: readonly (readonly [label: string, value: string])[];
	parts: readonly PaperPart[];
	evidence: readonly PaperEvidence[];
	/** Where more of it stands, for those who may go there. */
	href: string;
};

/** For an item whose thing is no longer there. */
export const lostPaper = (kind: ItemKind, title: string): Paper => ({
	kind,
	over: '',
	about: title,
	facts: [],
	parts: [{ heading: 'What it is about', text: 'What this item was about is no longer kept.' }],
	evidence: [],
	href: ''
});

/** Only the parts that say something. */
export const spoken = (parts: readonly PaperPart[]): PaperPart[] => parts.filter(({ text, points }) => text || points?.length);
