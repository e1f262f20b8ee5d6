import { readSheet } from 'read-excel-file/universal';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { firstSheetPath, lookOverWorksheet, type CellAddress } from './looking-over-worksheet.ts';
import { mostRows, sheetOf, tooManyColumns, tooManyRows, type OnProgress, type Problem, type Sheet } from './sheet.ts';
import { unpackWorkbook } from './unpacking-workbook.ts';

const broken = refused('broken', 'The file is damaged and cannot be opened. Open it in your spreadsheet program and save it anew', 'file');
const faults = { rows: refused('rows', tooManyRows, 'file'), columns: refused('columns', tooManyColumns, 'file'), broken };
/** A cell's text may be pointed at from many cells: together they hold no more than this. */
const mostText = 64 * 1024 * 1024;

/**
 * Reads the first sheet of a workbook. A cell with a formula is a problem of that cell: what it shows may be old, and
 * its words come from elsewhere. Dates are read as YYYY-MM-DD, with the time where there is one.
 */
export async function readXlsx(bytes: Uint8Array, onProgress: OnProgress = () => {}): Promise<Outcome<{ sheet: Sheet }>> {
	const unpacked = await unpackWorkbook(bytes);
	if (!unpacked.ok) return unpacked;
	const looked = lookOver(unpacked.parts);
	if (!looked.ok) return looked;
	const rows = await parsed(bytes);
	if (!rows) return looked.formulas.length ? refused('formulas', onlyFormulas(looked.formulas), 'file') : broken;
	if (rows.length > mostRows + 1) return faults.rows;
	let text = 0;
	const lines = rows.map((cells, i) => {
		const written = cells.map(textOf);
		for (const cell of written) text += cell.length;
		return { row: i + 1, cells: text > mostText ? [] : written };
	});
	if (text > mostText) return refused('text', 'The file holds more text than can be read. Split it into smaller files', 'file');
	onProgress(lines.length, lines.length);
	const sheet = sheetOf(lines);
	if (!sheet) return refused('empty', 'The first sheet of the file is empty', 'file');
	// formulas show as columns by their head, so that those in columns nobody reads can be passed over
	const heads = lines[sheet.headRow - 1]?.cells ?? [];
	sheet.problems.push(...looked.formulas.map((cell) => formulaProblem(cell, heads)));
	return done({ sheet });
}

function lookOver(parts: Map<string, Buffer>): Outcome<{ formulas: CellAddress[] }> {
	const text = (path: string) => parts.get(path)?.toString('latin1') ?? '';
	const first = firstSheetPath(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'));
	let formulas: CellAddress[] | null = null;
	// all of them, lest the parser takes another sheet for the first
	for (const [path, part] of parts) {
		if (!part.includes('sheetData')) continue;
		const looked = lookOverWorksheet(part.toString('latin1'));
		if (looked.fault) return faults[looked.fault];
		if (path === first) formulas = looked.formulas;
	}
	return formulas ? done({ formulas }) : broken;
}

async function parsed(bytes: Uint8Array): Promise<unknown[][] | null> {
	try {
		// copied: a Buffer's own memory may be part of a larger one
		return await readSheet(new Uint8Array(bytes).buffer, { trim: false });
	} catch {
		return null;
	}
}

/** A cell's value as a person would type it. */
function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (!(value instanceof Date)) return String(value);
	// a workbook keeps times as shares of a day, which come out a hair early
	const [day = '', time = ''] = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString().split('T');
	return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

const formulaProblem = ({ address, row, column }: CellAddress, heads: string[]): Problem => ({
	row,
	column: (heads[column - 1] ?? '').trim(),
	text: `Cell ${address} holds a formula. Replace it with its value (copy, then “paste values”)`
});

const onlyFormulas = (formulas: CellAddress[]) =>
	`Some cells hold formulas (${formulas
		.slice(0, 5)
		.map(({ address }) => address)
		.join(', ')}${formulas.length > 5 ? ' and others' : ''}). Replace them with their values (copy, then “paste values”)`;
