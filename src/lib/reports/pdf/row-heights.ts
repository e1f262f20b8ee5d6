import { width } from './look.ts';

/** What a letter of a cell takes, a line of it, and the room around it, in points: rather more than less. */
const letter = 4.8;
const line = 13.7;
const around = 8;
const between = 10;

/** On how many lines a text stands where a line holds so many letters: broken between words, and within one that is longer. */
export function linesOf(text: string, letters: number): number {
	const room = Math.max(1, Math.floor(letters));
	return text.split('\n').reduce((sum, paragraph) => {
		let [lines, used] = [1, 0];
		for (const { length } of paragraph.split(' ')) {
			if (used && used + 1 + length > room) [lines, used] = [lines + 1, 0];
			lines += Math.ceil(length / room) - (length ? 1 : 0);
			used += (used ? 1 : 0) + (length > room ? length % room : length);
		}
		return sum + lines;
	}, 0);
}

/**
 * About how high each row of a table stands on paper, in points, rather more than less.
 * @param widths of its columns, as shares of the page
 */
export const rowHeights = ({ said, widths }: { said: readonly (readonly string[])[]; widths: readonly number[] }): number[] =>
	said.map((cells) => around + line * Math.max(1, ...cells.map((cell, i) => linesOf(cell, ((widths[i] ?? 0) * width - between) / letter))));
