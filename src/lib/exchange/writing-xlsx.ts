import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { dayOf, isDay, showTime } from '#lib/domain/calendar/dates.ts';
import { rounded, valueIn, type ExportColumn, type TableForExport } from './table-for-export.ts';

/** What Excel can hold in one cell. */
const mostInACell = 32_767;
const widthOf = { text: 32, number: 12, day: 12, moment: 17 };

/**
 * Several tables as one workbook, a sheet each: typed cells, so that nothing runs as a formula and dates and numbers
 * sort; the head bold and frozen. All of it stands in memory; a thousand rows take a tenth of a second, so the worker
 * does it.
 */
export function writeXlsx(tables: readonly TableForExport[]): Promise<Uint8Array> {
	const names = sheetNames(tables.map(({ name, sheet }) => sheet ?? name));
	const sheets: Sheet<never>[] = tables.map((table, i) => ({
		sheet: names[i],
		stickyRowsCount: 1,
		columns: table.columns.map(({ kind, width }) => ({ width: width ?? widthOf[kind] })),
		data: [
			table.columns.map((column): Cell => ({ value: column.label, type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top' })),
			...Array.from(table.rows, (row) => table.columns.map((column) => cell(valueIn(row, column), column)))
		]
	}));
	return writeExcelFile(sheets).toBuffer();
}

/** Points: a line of Excel's own type, and the most a row can have. */
const lineHeight = 15;
const highest = 409;

/** The height that wrapped text needs, where it is more than a line: not every program works that out by itself. */
function heightOf(text: string, { width }: ExportColumn): { height?: number } {
	const letters = width ?? widthOf.text;
	const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
	return lines > 1 ? { height: Math.min(lines * lineHeight, highest) } : {};
}

function cell(value: unknown, column: ExportColumn): Cell {
	if (value === null || value === '') return null;
	if (column.kind === 'number' && typeof value === 'number') return figure(rounded(value, column.decimals), column.decimals ?? 0);
	if (column.kind === 'day' && isDay(String(value))) return date(`${value}T00:00Z`, 'dd/mm/yyyy');
	if (column.kind === 'moment' && typeof value === 'number') return date(`${dayOf(value)}T${showTime(value)}Z`, 'dd/mm/yyyy hh:mm');
	const text = plain(String(value));
	return { value: text, type: String, wrap: true, alignVertical: 'top', ...heightOf(text, column) };
}

const figure = (value: number, decimals: number): Cell => ({
	value,
	type: Number,
	format: decimals ? `0.${'0'.repeat(decimals)}` : '0',
	alignVertical: 'top'
});
/** A workbook knows no time zone: what stands in it is the clock in London. */
const date = (at: string, format: string): Cell => ({ value: new Date(at), type: Date, format, alignVertical: 'top' });

/** A workbook reads _x0041_ in text as an A (ECMA-376 part 1, 22.9.2.19): the underscore is written as such. */
const plain = (text: string) => text.slice(0, mostInACell).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A sheet's name has at most 31 letters, none of []/\:*?, no apostrophe at its ends, and no other sheet has it. */
function sheetNames(names: readonly string[]): string[] {
	const taken = new Set<string>();
	return names.map((name) => {
		const clean =
			name
				.replaceAll(/[[\]/\\:*?\s]+/g, ' ')
				.replaceAll(/^'+|'+$/g, '')
				.trim() || 'Sheet';
		let chosen = clean.slice(0, 31);
		for (let n = 2; taken.has(chosen.toLowerCase()); n++) chosen = `${clean.slice(0, 31 - ` ${n}`.length)} ${n}`;
		taken.add(chosen.toLowerCase());
		return chosen;
	});
}
