import { goldWash } from '#lib/charts/chart-ink.ts';
import type { Column } from './columns.ts';
import { rectangle, type Item } from './drawing.ts';
import { isTruth } from './lanes.ts';
import type { WrittenLine } from './wrapping.ts';

/* Sizes in points of paper. */
export const laneWidth = 72;
export const columnWidth = 112;
export const gap = 10;
export const size = 9;
export const leading = 11.5;
export const padding = 6;
export const barHeight = 8;
/** So many lines of a cell are drawn; the whole text is in the list of steps. */
export const mostLines = 12;

/** A row of the picture laid out: how high it is, and what is drawn when its top is at `y`. */
export type Row = { height: number; draw: (y: number) => Item[] };

/** The left edge of the words in a column. */
export const columnX = (column: number) => laneWidth + gap + column * columnWidth;
export const widthOf = (columns: number) => laneWidth + gap + Math.max(1, columns) * columnWidth;

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

/** The room of a cell's words. */
export const within = columnWidth - gap;

/** The wash of the columns that are moments of truth, behind one row. */
export const washes = (columns: readonly Column[], y: number, height: number): Item[] =>
	columns.flatMap((column, i) => (isTruth(column) ? [rectangle(columnX(i) - gap / 2, y, columnWidth, height, { fill: goldWash })] : []));
