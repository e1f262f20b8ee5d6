import type { Content } from 'pdfmake/interfaces.js';
import { sayCell } from '../say-cell.ts';
import type { ReportTable } from '../description.ts';
import { columnWidths } from './column-widths.ts';
import { inkSoft, ruled } from './look.ts';
import { wholeDates } from './whole-dates.ts';

/** A column's label at the head of a table. */
export const head = (label: string, right: boolean) => ({
	text: label,
	style: 'head',
	alignment: right ? ('right' as const) : ('left' as const)
});

/** A table with its head repeated on each page; a row is never torn in two. */
export function drawnTable({ caption, note, columns, rows, empty }: ReportTable): Content {
	const title: Content[] = [{ text: caption, style: 'caption', headlineLevel: 2 }, ...(note ? [{ text: note, style: 'note' }] : [])];
	if (!rows.length) return [...title, { text: empty, color: inkSoft, margin: [0, 0, 0, 10] }];
	const said = rows.map((row) => columns.map((column) => wholeDates(sayCell(row[column.key] ?? null, column))));
	const widths = columnWidths(
		columns.map((column) => column.share ?? 1),
		columns.map(({ label }, i) => [label, ...said.map((cells) => cells[i] ?? '')])
	);
	return [
		...title,
		{
			layout: ruled,
			margin: [0, 0, 0, 12],
			table: {
				headerRows: 1,
				keepWithHeaderRows: 1,
				dontBreakRows: true,
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
