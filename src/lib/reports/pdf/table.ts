import type { Content } from 'pdfmake/interfaces.js';
import { sayCell } from '../say-cell.ts';
import type { ReportTable } from '../description.ts';
import { columnWidths } from './column-widths.ts';
import { inkSoft, ruled } from './look.ts';
import { rowHeights } from './row-heights.ts';
import { wholeDates } from './whole-dates.ts';

/** A row that is kept together and does not fit on a page is lost; in points. */
const tallestRow = 450;

/** A column's label at the head of a table. */
export const head = (label: string, right: boolean) => ({
	text: label,
	style: 'head',
	alignment: right ? ('right' as const) : ('left' as const)
});

/** The cells of a table in words, and how wide its columns are: shares of the page that sum to 1. */
export function laidOut({ columns, rows }: ReportTable): { said: string[][]; widths: number[] } {
	const said = rows.map((row) => columns.map((column) => wholeDates(sayCell(row[column.key] ?? null, column))));
	const widths = columnWidths(
		columns.map((column) => column.share ?? 1),
		columns.map(({ label }, i) => [label, ...said.map((cells) => cells[i] ?? '')])
	);
	return { said, widths };
}

/** A table with its head repeated on each page; a row is torn in two only where it would fill most of one. */
export function drawnTable(table: ReportTable): Content {
	const { caption, note, columns, rows, empty } = table;
	const title: Content[] = [{ text: caption, style: 'caption', headlineLevel: 2 }, ...(note ? [{ text: note, style: 'note' }] : [])];
	if (!rows.length) return [...title, { text: empty, color: inkSoft, margin: [0, 0, 0, 10] }];
	const { said, widths } = laidOut(table);
	const isWhole = Math.max(...rowHeights({ said, widths })) < tallestRow;
	return [
		...title,
		{
			layout: ruled,
			margin: [0, 0, 0, 12],
			table: {
				headerRows: 1,
				keepWithHeaderRows: isWhole ? 1 : 0,
				dontBreakRows: isWhole,
				widths: widths.map((share) => `${(share * 100).toFixed(2)}%`),
				body: [
					columns.map((column) => head(column.label, column.kind === 'number')),
					...said.map((cells) =>
						columns.map((column, i) => ({
							text: cells[i] ?? '',
							style: 'cell',
							bold: i === 0,
							alignment: column.kind === 'number' ? ('right' as const) : ('left' as const)
						}))
					)
				]
			}
		}
	];
}
