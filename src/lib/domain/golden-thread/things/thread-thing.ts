import type { TieKind } from '../ties.ts';

/** Something that can be tied to the thread, as one person may see it. */
export type ThreadThing = {
	kind: TieKind | 'objective';
	/** As ties.ts names it. */
	thing: string;
	title: string;
	/** Where it belongs, in few words: 'Action 14, Housing repairs'. */
	place: string;
	href: string;
	/** Whether the person may tie it to any strand, since it is theirs to manage. */
	mayManage: boolean;
	/** How it stands: for what has a state. */
	state?: string;
};

/** Which things are asked for: these by name, or those whose title holds a text; no more than so many. */
export type AskedFor = { things?: readonly string[]; search?: string; most: number };

/** A text to look for with LIKE, in which % and _ are themselves. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Of a list that is kept whole: those asked for. */
export const amongAll = (all: readonly ThreadThing[], { things, search, most }: AskedFor): ThreadThing[] => {
	const wanted = things ? new Set(things) : null;
	const text = (search ?? '').trim().toLowerCase();
	return all
		.filter(({ thing }) => !wanted || wanted.has(thing))
		.filter(({ title, place }) => !text || `${title} ${place}`.toLowerCase().includes(text))
		.slice(0, most);
};
