import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from '../formula-guard.ts';
import { separatorOf } from '../reading-csv.ts';

/** One row of a file as a spreadsheet program counts it, its cells in the order of the heads. */
export type Line = { row: number; cells: string[] };

/** What cannot be read further: nothing after it can be trusted. */
export class Unreadable extends Error {}

/** A row may be this long, in characters: a quotation mark that never closes is noticed before memory is full. */
const longest = 1_000_000;

/**
 * The rows of a CSV file that comes in pieces of text, a block of rows at a time, so that a long file never stands in memory whole.
 * Blank rows are left out. Throws `Unreadable` with what to do where quotation marks do not match.
 */
export function* csvBlocks(pieces: Iterable<string>): Generator<Line[]> {
	let rest = '';
	let row = 0;
	let delimiter = '';
	const read = (text: string): Line[] => {
		try {
			const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, skip_empty_lines: false };
			const lines = parse(text, options).map((cells) => ({ row: ++row, cells: cells.map((cell) => unguarded(cell).trim()) }));
			return lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
		} catch (problem) {
			if (!(problem instanceof CsvError)) throw problem;
			throw new Unreadable(
				`From row ${row + 1} on a quotation mark is missing or in the wrong place. Put it right and upload the file again`
			);
		}
	};
	for (const piece of pieces) {
		rest += piece;
		if (!delimiter) {
			// Excel's own first line, which only names the separator
			const named = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(rest);
			if (named) row++;
			rest = rest.slice(named?.[0].length ?? 0).replace(/^\uFEFF/, '');
			if (!/[\r\n]/.test(rest) && rest.length < longest) continue;
			delimiter = named?.[1] ?? separatorOf(rest);
		}
		const end = wholeRows(rest);
		if (end) yield read(rest.slice(0, end));
		rest = rest.slice(end);
		if (rest.length > longest)
			throw new Unreadable(`Row ${row + 1} opens a quotation mark that is never closed. Put it right and upload the file again`);
	}
	if (!delimiter) delimiter = separatorOf(rest);
	if (rest) yield read(rest);
}

/** Where the last row that is whole ends: after a line end outside quotation marks. A file of lone \r is read at its end. */
function wholeRows(text: string): number {
	let inside = false;
	let end = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) inside = !inside;
		else if (code === 10 && !inside) end = at + 1;
	}
	return end;
}
