import type { Strand, Thread } from './thread.ts';

/** How a file names a strand. */
export const referenceOf = ({ reference, number }: Pick<Strand, 'reference' | 'number'>): string => reference ?? String(number);

/** Strands by what a file may call them, in small letters: the reference of each, else the number people name it by. Retired ones too. */
export function strandsByName(thread: Thread): Map<string, Strand> {
	const all = [...thread.byId.values()];
	return new Map([
		...all.map((strand): [string, Strand] => [String(strand.number), strand]),
		...all.flatMap((strand): [string, Strand][] => (strand.reference ? [[strand.reference.toLowerCase(), strand]] : []))
	]);
}
