import type { Framework } from '#lib/domain/frameworks/document.ts';
import type { HeatView } from './board-filter.ts';
import { heatAward, heatCells, heatColumns, type HeatCell, type HeatColumn } from './heat-cells.ts';
import type { HeatRow } from './heat-map.server.ts';

/** A service's line: `cells` are places in the list of kinds, in the order of the columns; without `href` its cells lead nowhere. */
export type HeatLine = { name: string; href: string | undefined; cells: number[] } & ReturnType<typeof heatAward>;

/** A heat map as it is shown: hundreds of cells are of few kinds, so each kind is told once. */
export type HeatShown = { columns: HeatColumn[]; kinds: HeatCell[]; groups: { name: string; rows: HeatLine[] }[] };

/** A page of the heat map by directorate. `hrefOf` gives where a service's answers are; `place` is where on that page, if not by column. */
export function heatShown(
	framework: Framework,
	view: HeatView,
	rows: readonly HeatRow[],
	{ hrefOf, place }: { hrefOf: (row: HeatRow) => string | undefined; place?: string }
): HeatShown {
	const columns = heatColumns(framework, view);
	const kinds: HeatCell[] = [];
	const groups: HeatShown['groups'] = [];
	const places = new Map<string, number>();
	const kindOf = (cell: HeatCell) => {
		const name = `${cell.level} ${cell.agreed} ${cell.below} ${cell.target} ${cell.label}`;
		let kind = places.get(name);
		if (kind === undefined) places.set(name, (kind = kinds.push(cell) - 1));
		return kind;
	};
	for (const row of rows) {
		const line = {
			name: row.service,
			href: hrefOf(row),
			cells: heatCells(framework, view, row).map(kindOf),
			...heatAward(framework, row)
		};
		const last = groups.at(-1);
		if (last?.name === row.directorate) last.rows.push(line);
		else groups.push({ name: row.directorate, rows: [line] });
	}
	return { columns: place === undefined ? columns : columns.map((column) => ({ ...column, place })), kinds, groups };
}
