import type { Block } from '../description.ts';

/** So many letters of plain text stand on a line across the page, and so many points a line is high. */
const acrossPage = 90;
const lineHeight = 15;

const lines = (text: string, letters = acrossPage): number =>
	text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
const together = (texts: readonly string[], each: number, letters?: number): number =>
	texts.reduce((sum, text) => sum + lines(text, letters) * lineHeight + each, 0);

/**
 * About how much of the height of a page a block of text takes, in points, rather more than less; 0 for drawings and
 * tables, which are counted by their rows.
 */
export function roomTaken(block: Block): number {
	switch (block.kind) {
		case 'heading':
			return 32;
		case 'text':
			return lines(block.text) * lineHeight + 8;
		case 'points':
			return together(block.points, 2) + 8;
		case 'facts':
			return (
				together(
					block.facts.map(([, value]) => value),
					4,
					70
				) + 10
			);
		default:
			return 0;
	}
}
