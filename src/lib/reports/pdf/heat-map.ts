import type { Content } from 'pdfmake/interfaces.js';
import { sayCell } from '../say-cell.ts';
import type { ReportTable } from '../description.ts';
import { inkSoft, ruled } from './look.ts';
import { head } from './table.ts';

const depths = ['#ffffff', '#e6f0f1', '#c9dfe2', '#8fb9c0', '#2a7480', '#0c2f38'];

/** Levels as figures on deeper ground; the figure says it, the ground only helps. */
export function drawnHeatMap({ caption, note, columns, rows, empty }: ReportTable, levels: number): Content {
	if (!rows.length)
		return [
			{ text: caption, style: 'caption' },
			{ text: empty, color: inkSoft }
		];
	const depth = (value: unknown) =>
		typeof value === 'number' ? Math.min(depths.length - 1, Math.round((value / levels) * (depths.length - 1))) : 0;
	return [
		{ text: caption, style: 'caption' },
		...(note ? [{ text: note, style: 'note' }] : []),
		{
			layout: { ...ruled, hLineWidth: () => 2, hLineColor: () => '#ffffff', vLineWidth: () => 2, vLineColor: () => '#ffffff' },
			margin: [0, 0, 0, 12],
			table: {
				headerRows: 1,
				dontBreakRows: true,
				widths: columns.map((column, i) => (i === 0 ? '26%' : column.kind === 'text' ? '16%' : '*')),
				body: [
					columns.map((column) => head(column.label, false)),
					...rows.map((row) =>
						columns.map((column, i) => {
							const value = row[column.key] ?? null;
							if (column.kind !== 'number') return { text: sayCell(value, column), style: 'cell', bold: i === 0 };
							const deep = depth(value);
							return {
								text: sayCell(value, column),
								style: 'cell',
								bold: true,
								fillColor: depths[deep] ?? '#ffffff',
								color: deep >= 4 ? '#ffffff' : '#12272d'
							};
						})
					)
				]
			}
		}
	];
}
