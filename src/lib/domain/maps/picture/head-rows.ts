import { gold, ink, inkSoft } from '#lib/charts/chart-ink.ts';
import type { ColumnGroup } from './columns.ts';
import { line, type Item } from './drawing.ts';
import { gap, laneWidth, leading, padding, size, text, washes, type Grid, type Row } from './rows.ts';
import { wrapped } from './wrapping.ts';

/** The stages across, each over its columns, with the number of each step and a gold rule under all. */
export function headRow(groups: readonly ColumnGroup[], grid: Grid): Row {
	const columns = groups.flatMap((group) => group.columns);
	let start = 0;
	const heads = groups.map(({ name, who, columns: own }) => {
		const room = own.length * grid.columnWidth - gap;
		const x = grid.x(start);
		start += own.length;
		return { x, name: wrapped([{ text: name, strong: true }], room, 10.5, 3), who: wrapped([{ text: who }], room, size, 2) };
	});
	const stageHeight = Math.max(0, ...heads.map(({ name, who }) => name.length * 13.125 + who.length * leading));
	const height = stageHeight + leading + padding * 2 + 2;
	let at = 0;
	const numbers = groups.flatMap(({ columns: own }) => {
		const from = at;
		at += own.length;
		return own.map((column, i) => ({ x: grid.x(from + i), column }));
	});
	return {
		height,
		draw: (y) => [
			...washes(columns, grid, y, height),
			...heads.flatMap(({ x, name, who }): Item[] => [
				text(x, y + padding + 9, name, ink, 10.5),
				text(x, y + padding + name.length * 13.125 + size * 0.85, who, inkSoft)
			]),
			...numbers.map(({ x, column }) =>
				text(
					x,
					y + padding + stageHeight + size * 0.85,
					[[{ text: column.number === null ? 'New step' : `Step ${column.number}` }]],
					inkSoft
				)
			),
			line(laneWidth + gap / 2, y + height - 1, grid.width, y + height - 1, gold, 2)
		]
	};
}

/** A heading line above a drawing. */
export const titleRow = (title: string, beneath: string, width: number): Row => {
	const lines = wrapped([{ text: title, strong: true }], width, 16, 2);
	const under = wrapped([{ text: beneath }], width, size, 2);
	return {
		height: lines.length * 20 + under.length * leading + 8,
		draw: (y) => [text(0, y + 14, lines, ink, 16), text(0, y + lines.length * 20 + size * 0.85, under, inkSoft)]
	};
};
