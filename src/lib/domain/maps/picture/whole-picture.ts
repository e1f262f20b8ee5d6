import { paper } from '#lib/charts/chart-ink.ts';
import { hasAsIs, hasToBe, columnsIn, type ColumnGroup } from './columns.ts';
import { rectangle, type Drawing } from './drawing.ts';
import { headRow, titleRow } from './head-rows.ts';
import { keyRow } from './key-row.ts';
import { mostDemand } from './lanes.ts';
import { heard, laneRows } from './laying-out.ts';
import { Grid } from './rows.ts';
import { stacked } from './stacking.ts';

/** What a picture is called: the journey in the customer's words, and which maps are seen. */
export type Heading = { words: string; beneath: string };

/** The whole map as one picture, as wide as it must be. */
export function wholePicture(groups: readonly ColumnGroup[], { words, beneath }: Heading): Drawing {
	const columns = columnsIn(groups);
	const grid = new Grid(columns.length);
	const width = Math.max(grid.width, 760);
	const rows = [
		titleRow(words, beneath, width),
		headRow(groups, grid),
		...laneRows(columns, grid, mostDemand(columns)),
		keyRow(hasAsIs(groups), hasToBe(groups))
	];
	const drawn = stacked(rows, width, words, heard(columns), 20);
	return { ...drawn, items: [rectangle(-drawn.left, 0, drawn.width, drawn.height, { fill: paper }), ...drawn.items] };
}
