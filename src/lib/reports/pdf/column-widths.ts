import { width } from './look.ts';

/** What a letter of a cell takes on the average of a long word, and what is left free between columns; in points. */
const letter = 5;
const between = 11;
/** A longer word (an address, a hash) is broken rather than given half the page. */
const longest = 22;

const longestWord = (texts: readonly string[]): number =>
	Math.min(longest, Math.max(0, ...texts.flatMap((text) => text.split(/[ \n-]+/).map((word) => word.length))));

/**
 * How wide each column of a table is, as shares of the page that sum to 1: as wanted, except that a column too narrow for
 * its longest word takes what it needs from those with room to spare. Where there is no such room each gets its share of what all would need.
 * @param shares how wide each is wanted, in any unit
 * @param texts what stands in each column, its heading included
 */
export function columnWidths(shares: readonly number[], texts: readonly (readonly string[])[]): number[] {
	const all = shares.reduce((sum, share) => sum + share, 0);
	const columns = shares.map((share, i) => {
		const wanted = share / all;
		const least = (longestWord(texts[i] ?? []) * letter + between) / width;
		return { wanted, least, spare: Math.max(0, wanted - least) };
	});
	const missing = columns.reduce((sum, { wanted, least }) => sum + Math.max(0, least - wanted), 0);
	const spare = columns.reduce((sum, column) => sum + column.spare, 0);
	const leasts = columns.reduce((sum, { least }) => sum + least, 0);
	if (missing > spare) return columns.map(({ least }) => least / leasts);
	return columns.map(({ wanted, least, spare: own }) => (own ? wanted - (own * missing) / spare : Math.max(wanted, least)));
}
