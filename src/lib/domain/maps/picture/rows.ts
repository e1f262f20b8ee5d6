import { goldWash } from '#lib/charts/chart-ink.ts';
import type { Column } from './columns.ts';
import { rectangle, type Item } from './drawing.ts';
import { isTruth } from './lanes.ts';
import type { WrittenLine } from './wrapping.ts';

/* Sizes in points of paper. */
/** The room of the labels of the lanes. */
export const laneWidth = 72;
/** A column is never narrower; wider where there is room, so that its words take fewer lines. */
export const narrowest = 112;
export const gap = 10;
export const size = 9;
export const leading = 11.5;
export const padding = 6;
export const barHeight = 8;
/** So many lines of a cell are drawn; the whole text is in the list of steps. */
export const mostLines = 12;

/** A row of the picture laid out: how high it is, and what is drawn when its top is at `y`. */
export type Row = { height: number; draw: (y: number) => Item[] };

/** How the columns stand side by side. */
export class Grid {
	constructor(
		readonly columns: number,
		readonly columnWidth: number = narrowest,
		/** Whether the lanes stand closer together, where paper is short. */
		readonly isTight: boolean = false
	) {}
	/** As many columns as there are, in the whole of a width or a part of it that is still easily read. */
	static across(width: number, columns: number, isTight: boolean): Grid {
		return new Grid(columns, Math.min(widest, Math.floor((width - laneWidth - gap) / Math.max(1, columns))), isTight);
	}
	/** The left edge of the words in a column. */
	x(column: number): number {
		return laneWidth + gap + column * this.columnWidth;
	}
	get width(): number {
		return laneWidth + gap + Math.max(1, this.columns) * this.columnWidth;
	}
	/** Free space over and under what a lane says. */
	get padding(): number {
		return this.isTight ? padding / 2 : padding;
	}
	/** The room of a cell's words. */
	get within(): number {
		return this.columnWidth - gap;
	}
}
const widest = 300;

/** Lines of text, the first standing on `y`. */
export const text = (x: number, y: number, lines: WrittenLine[], fill: string, big = size): Item => ({
	kind: 'text',
	x,
	y,
	size: big,
	leading: big === size ? leading : big * 1.25,
	fill,
	lines
});

/** The wash of the columns that are moments of truth, behind one row. */
export const washes = (columns: readonly Column[], grid: Grid, y: number, height: number): Item[] =>
	columns.flatMap((column, i) =>
		isTruth(column) ? [rectangle(grid.x(i) - gap / 2, y, grid.columnWidth, height, { fill: goldWash })] : []
	);
