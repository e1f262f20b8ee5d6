import { twoLines } from '#lib/charts/in-lines.ts';
import type { Block } from '../description.ts';

/** Of a chart on paper: the points it is drawn with, and how wide it is shown. */
export type DrawnSize = { width: number; height: number; shown: number };

/** The lines of a chart on paper have room for names of two lines, up to most of a page. */
const tall = (lines: number): number => Math.min(620, Math.max(200, Math.ceil((lines + 2) * twoLines)));

/** How large a chart is drawn for paper; null for a block that is none. */
export function drawnSize(block: Block): DrawnSize | null {
	switch (block.kind) {
		case 'theme profile':
			return { width: 400, height: 300, shown: 380 };
		case 'award counts':
			return { width: 440, height: 200, shown: 420 };
		case 'figure':
			return { width: 500, height: tall(block.figure.rows.length), shown: 470 };
		case 'xmr':
			return { width: 500, height: 270, shown: 480 };
		default:
			return null;
	}
}
