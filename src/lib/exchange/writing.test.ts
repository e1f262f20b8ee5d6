import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { guarded, unguarded } from './formula-guard.ts';
import { rounded, type TableForExport } from './table-for-export.ts';
import { writeCsv } from './writing-csv.ts';
import { writeXlsx } from './writing-xlsx.ts';

const table: TableForExport = {
	name: 'Services: awards',
	columns: [
		{ key: 'name', label: 'Service', kind: 'text' },
		{ key: 'level', label: 'Level', kind: 'number' },
		{ key: 'share', label: 'Complete, %', kind: 'number', decimals: 2 },
		{ key: 'due', label: 'Due', kind: 'day' },
		{ key: 'at', label: 'Saved', kind: 'moment' }
	],
	rows: [
		{ name: 'Housing, repairs "east"\nand west', level: 3, share: 66.665, due: '2026-11-30', at: Date.UTC(2026, 6, 1, 8, 30) },
		{ name: '=HYPERLINK("http://example.org")', level: null, share: -1.005, due: null, at: null },
		{ name: '_x0041_ café', level: 0, share: 100, due: '2026-02-28', at: Date.UTC(2026, 0, 1, 8, 30) }
	]
};
const csvOf = (it: TableForExport) => [...writeCsv(it)].join('');

test('a CSV has a byte order mark, quotes what needs it, and gives dates and times as they are in London', () => {
	const text = csvOf(table);
	expect(text.startsWith('\ufeffService,Level,"Complete, %",Due,Saved\r\n')).toBe(true);
	const [, first, , third] = parse(text, { bom: true });
	expect(first).toEqual(['Housing, repairs "east"\nand west', '3', '66.67', '2026-11-30', '2026-07-01 09:30']);
	expect(third).toEqual(['_x0041_ café', '0', '100.00', '2026-02-28', '2026-01-01 08:30']);
});

test('a CSV cell that would run as a formula gets an apostrophe, a negative number does not', () => {
	const [, , second] = parse(csvOf(table), { bom: true });
	expect(second).toEqual([`'=HYPERLINK("http://example.org")`, '', '-1.01', '', '']);
	for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝']) expect(guarded(`${start}1+1`)).toBe(`'${start}1+1`);
	expect(guarded('a=1')).toBe('a=1');
});

test('a cell of several lines stays one cell', () => {
	const lines = { name: 'T', columns: [{ key: 'a', label: 'A', kind: 'text' as const }], rows: [{ a: 'one\ntwo' }, { a: 'three\rfour' }] };
	expect(parse(csvOf(lines), { bom: true })).toEqual([['A'], ['one\ntwo'], ['three\rfour']]);
});

test('what the guard adds it takes away again, whatever was there before', () => {
	for (const text of ['=1', `'=1`, `''-x`, `'quoted'`, '- a list', '', 'plain']) expect(unguarded(guarded(text))).toBe(text);
});

test('a long CSV comes in pieces', () => {
	function* many() {
		for (let i = 0; i < 1201; i++) yield { name: `Service ${i}` };
	}
	const pieces = [...writeCsv({ name: 'Many', columns: [{ key: 'name', label: 'Service', kind: 'text' }], rows: many() })];
	expect(pieces.length).toBe(4);
	expect(pieces.join('').split('\r\n').length).toBe(1203);
});

test('an XLSX opens again with its cells typed, and a formula is only text', async () => {
	const rows = await readSheet(Buffer.from(await writeXlsx([table])));
	expect(rows[0]).toEqual(['Service', 'Level', 'Complete, %', 'Due', 'Saved']);
	expect(rows[1]).toEqual(['Housing, repairs "east"\nand west', 3, 66.67, new Date('2026-11-30T00:00Z'), expect.any(Date)]);
	// a workbook keeps a moment as a share of a day
	expect(new Date(rows[1]?.[4] as unknown as Date).getTime() / 1000).toBeCloseTo(Date.UTC(2026, 6, 1, 9, 30) / 1000, 1);
	expect(rows[2]).toEqual(['=HYPERLINK("http://example.org")', null, -1.01, null, null]);
	expect(rows[3]?.[0]).toBe('_x0041_ café');
});

test('several tables are sheets of one workbook, each with a name a workbook allows', async () => {
	const long = 'A table with a very long name indeed';
	const sheets = await readXlsxFile(Buffer.from(await writeXlsx([table, { ...table, name: long }, { ...table, name: long }])));
	expect(sheets.map(({ sheet }) => sheet)).toEqual(['Services awards', long.slice(0, 31), `${long.slice(0, 29)} 2`]);
});

test('figures are rounded half up, once', () => {
	expect([rounded(1.005, 2), rounded(2.5), rounded(-2.5), rounded(0.1 + 0.2, 2), rounded(3), rounded(1e-9, 2)]).toEqual([
		1.01, 3, -3, 0.3, 3, 0
	]);
});
