import { stringify } from 'csv-stringify/sync';
import { dayOf, showTime } from '#lib/domain/calendar/dates.ts';
import { guarded } from './formula-guard.ts';
import { rounded, valueIn, type ExportColumn, type TableForExport } from './table-for-export.ts';

/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\ufeff';
const rowsAtATime = 500;

function written(value: unknown, column: ExportColumn): string {
	if (value === null) return '';
	if (column.kind === 'number' && typeof value === 'number') return rounded(value, column.decimals).toFixed(column.decimals ?? 0);
	if (column.kind === 'moment' && typeof value === 'number') return `${dayOf(value)} ${showTime(value)}`;
	return guarded(String(value));
}

/** A table as CSV text, some hundred rows at a time: RFC 4180, UTF-8 with a byte order mark, nothing in it runs as a formula. */
export function* writeCsv(table: TableForExport): Generator<string> {
	const { columns } = table;
	yield byteOrderMark + lines([columns.map(({ label }) => guarded(label))]);
	let waiting: string[][] = [];
	for (const row of table.rows) {
		waiting.push(columns.map((column) => written(valueIn(row, column), column)));
		if (waiting.length < rowsAtATime) continue;
		yield lines(waiting);
		waiting = [];
	}
	if (waiting.length) yield lines(waiting);
}

/** A lone line end inside a cell needs quotation marks as well: every reader takes it for the end of the row. */
const lines = (rows: string[][]) => stringify(rows, { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
