import { heatTable } from '../heat-table.ts';
import { tableOf, type Block, type ReportTable } from '../description.ts';
import { drawnSize } from './drawn-size.ts';
import { linesOf, rowHeights } from './row-heights.ts';
import { laidOut } from './table.ts';

/** So many letters of plain text stand on a line across the page, and so many points a line is high. */
const acrossPage = 90;
const lineHeight = 15;
/** The caption, the head (two lines) and the room under a table. */
const aroundTable = 75;

const together = (texts: readonly string[], each: number, letters = acrossPage): number =>
	texts.reduce((sum, text) => sum + linesOf(text, letters) * lineHeight + each, 0);

const tableRoom = (table: ReportTable): number =>
	aroundTable + together(table.note ? [table.note] : [], 0, 110) + rowHeights(laidOut(table)).reduce((sum, height) => sum + height, 0);

/** The height at which a chart is shown. */
function chartRoom(block: Block): number {
	const size = drawnSize(block);
	return size ? (size.height * size.shown) / size.width + 12 : 0;
}

/** About how much of the height of a page a block takes, in points, rather more than less. */
export function roomTaken(block: Block): number {
	switch (block.kind) {
		case 'heading':
			return 32;
		case 'text':
			return together([block.text], 8);
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
		case 'steps':
			return (
				together(
					block.steps.map(({ heading, text }) => `${heading} ${text}`),
					3
				) + together([block.rule], 46)
			);
		case 'awards':
			return 180 + Math.max(0, ...block.figures.map(({ facts }) => facts.length)) * 2 * lineHeight;
		case 'heat map':
			return tableRoom(heatTable(block)) + heatTable(block).rows.length * 2 * lineHeight;
		default: {
			const table = tableOf(block);
			return chartRoom(block) + (table ? tableRoom(table) : 0) + ('xmr' in block ? together(block.xmr.signals, 2) : 0);
		}
	}
}
