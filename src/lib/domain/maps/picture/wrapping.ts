import type { Piece } from './lanes.ts';
import { textWidth } from './text-width.ts';

/** A line as it is written: pieces side by side. */
export type WrittenLine = Piece[];

type Word = { text: string; strong: boolean; spaced: boolean };

function wordsOf(pieces: readonly Piece[]): Word[] {
	let spaced = false;
	return pieces.flatMap(({ text, strong = false }) =>
		text.split(/(\s+)/).flatMap((part) => {
			if (!part.trim()) {
				spaced ||= part.length > 0;
				return [];
			}
			const word = { text: part, strong, spaced };
			spaced = false;
			return [word];
		})
	);
}

/** A word longer than a line, cut into pieces that fit. */
function cut({ text, ...rest }: Word, width: number, size: number): Word[] {
	if (textWidth(text, size, rest.strong) <= width) return [{ text, ...rest }];
	const parts: Word[] = [];
	let part = '';
	for (const sign of text) {
		if (part && textWidth(part + sign, size, rest.strong) > width) {
			parts.push({ text: part, strong: rest.strong, spaced: parts.length ? true : rest.spaced });
			part = '';
		}
		part += sign;
	}
	return [...parts, { text: part, strong: rest.strong, spaced: true }];
}

/**
 * Breaks pieces of text into lines no wider than `width` (in the unit of `size`). A word that is too long is cut. Beyond `most`
 * lines the rest is left out and the last line ends in '…'.
 */
export function wrapped(pieces: readonly Piece[], width: number, size: number, most = Infinity): WrittenLine[] {
	const lines: { words: Piece[]; width: number }[] = [];
	for (const word of wordsOf(pieces).flatMap((one) => cut(one, width, size))) {
		const last = lines.at(-1);
		const gap = last && word.spaced ? ' ' : '';
		const needed = textWidth(gap + word.text, size, word.strong);
		if (!last || last.width + needed > width) {
			lines.push({ words: [{ text: word.text, strong: word.strong }], width: textWidth(word.text, size, word.strong) });
			continue;
		}
		last.width += needed;
		const piece = last.words.at(-1);
		if (piece && piece.strong === word.strong) piece.text += gap + word.text;
		else last.words.push({ text: gap + word.text, strong: word.strong });
	}
	const kept = lines.slice(0, most).map(({ words }) => words);
	const end = kept.at(-1)?.at(-1);
	if (lines.length > most && end) {
		while (
			end.text.length > 1 &&
			textWidth(
				`${kept
					.at(-1)
					?.map(({ text }) => text)
					.join('')}…`,
				size,
				true
			) > width
		)
			end.text = end.text.slice(0, -1);
		end.text += '…';
	}
	return kept;
}
