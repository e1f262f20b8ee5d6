import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readSpreadsheet } from './reading.ts';
import type { Sheet } from './sheet.ts';
import { writeCsv } from './writing-csv.ts';
import { writeXlsx } from './writing-xlsx.ts';
import { workbookOf, zipOf } from '../../../tests/support/workbooks.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (sheet: Sheet) => sheet.rows.map(({ row, cells }) => [row, ...Object.values(cells)]);

async function sheetFrom(content: Uint8Array | string, name = 'services.csv'): Promise<Sheet> {
	const outcome = await readSpreadsheet(name, typeof content === 'string' ? bytes(content) : content);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.sheet;
}

async function refusalOf(content: Uint8Array | string, name = 'services.csv'): Promise<string> {
	const outcome = await readSpreadsheet(name, typeof content === 'string' ? bytes(content) : content);
	if (outcome.ok) throw new Error('It was read');
	return outcome.text;
}

test('a CSV is read by row as a spreadsheet program counts them, blank rows included', async () => {
	const sheet = await sheetFrom('Name,Team\r\nAsha,"North,\r\nand east"\r\n\r\n,\r\nBo,South\r\n');
	expect(sheet.columns).toEqual(['Name', 'Team']);
	expect(rowsOf(sheet)).toEqual([
		[2, 'Asha', 'North,\r\nand east'],
		[5, 'Bo', 'South']
	]);
	expect(sheet.problems).toEqual([]);
});

test('UTF-8 with and without a byte order mark, UTF-16 with one, and Windows-1252 give the same letters', async () => {
	const text = 'Name,Cost\nRenée – “team”,£5\n';
	const windows = Uint8Array.from([...text].map((letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)));
	const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
	for (const content of [text, `\ufeff${text}`, utf16, windows])
		expect(rowsOf(await sheetFrom(content))).toEqual([[2, 'Renée – “team”', '£5']]);
	expect((await sheetFrom(text)).notes).toEqual([]);
	expect((await sheetFrom(windows)).notes[0]).toContain('Windows-1252');
});

test('semicolons and tabs are found from the head, also beside commas in quotation marks', async () => {
	expect(rowsOf(await sheetFrom('"Name, full";Team\nAsha;"a;b"\n'))).toEqual([[2, 'Asha', 'a;b']]);
	const tabs = await sheetFrom('Name\tTeam\nAsha\tNorth, east\n');
	expect(rowsOf(tabs)).toEqual([[2, 'Asha', 'North, east']]);
	expect(tabs.notes).toEqual(['The columns are separated by tabs.']);
	expect(rowsOf(await sheetFrom('sep=;\r\nName;Team\r\nAsha;North\r\n'))).toEqual([[3, 'Asha', 'North']]);
});

test('rows with too few or too many cells are named', async () => {
	const sheet = await sheetFrom('A,B,C\n1,2\n1,2,3,4\n1,2,3,,\n');
	expect(sheet.problems).toEqual([
		{ row: 3, column: '', text: 'This row has 4 cells, but the file has 3 columns' },
		{ row: 2, column: '', text: 'This row has 2 cells, but the file has 3 columns' }
	]);
});

test('a quotation mark that is broken refuses the file and names the row', async () => {
	expect(await refusalOf('A,B\n1,2\n3,"open\n4,5\n')).toContain('Row 3 opens a quotation mark');
	expect(await refusalOf('A,B\n1,2\n3,a"b\n')).toContain('Row 3 has a quotation mark in the wrong place');
});

test('an apostrophe that guards a cell against running is taken away again', async () => {
	const table = { name: 'T', columns: [{ key: 'a', label: 'A', kind: 'text' as const }], rows: [{ a: '-1 is less' }, { a: "'tis" }] };
	expect(rowsOf(await sheetFrom([...writeCsv(table)].join('')))).toEqual([
		[2, '-1 is less'],
		[3, "'tis"]
	]);
});

test('NUL bytes, an empty file, one with blank rows only and one over 5 MB are refused in words', async () => {
	expect(await refusalOf('A,B\n1,\0\n')).toContain('NUL');
	expect(await refusalOf('')).toBe('The file is empty');
	expect(await refusalOf('\n,,\n')).toBe('The file is empty');
	expect(await refusalOf(new Uint8Array(5 * 1024 * 1024 + 1).fill(65))).toContain('larger than 5 MB');
});

test('100,000 rows are read in seconds with progress, one more is refused', { timeout: 30_000 }, async () => {
	const many = (count: number) => `Number,Name\n${Array.from({ length: count }, (_, i) => `${i},Person ${i}`).join('\n')}\n`;
	const reports: number[] = [];
	const started = performance.now();
	const outcome = await readSpreadsheet('staff.csv', bytes(many(100_000)), (rows) => reports.push(rows));
	expect(outcome.ok && outcome.sheet.rows.length).toBe(100_000);
	expect(performance.now() - started).toBeLessThan(15_000);
	expect(reports.length).toBeGreaterThan(40);
	expect(await refusalOf(many(100_001))).toContain('more than 100,000 rows');
});

test('an XLSX is read with dates as YYYY-MM-DD, figures as figures and rows as they are numbered', async () => {
	const columns = [
		{ key: 'name', label: 'Name', kind: 'text' as const },
		{ key: 'level', label: 'Level', kind: 'number' as const },
		{ key: 'due', label: 'Due', kind: 'day' as const },
		{ key: 'at', label: 'At', kind: 'moment' as const }
	];
	const rows = [{ name: ' Renée ', level: 3, due: '2026-11-30', at: Date.UTC(2026, 6, 1, 8, 30) }, {}, { name: 'Bo', level: 0 }];
	const sheet = await sheetFrom(await writeXlsx([{ name: 'One', columns, rows }]), 'one.xlsx');
	expect(rowsOf(sheet)).toEqual([
		[2, 'Renée', '3', '2026-11-30', '2026-07-01 09:30'],
		[4, 'Bo', '0', '', '']
	]);
});

test('a formula is a problem of its cell', async () => {
	const sheet = await sheetFrom(
		workbookOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Level</t></is></c></row>
		<row r="2"><c r="A2" t="inlineStr"><is><t>Asha</t></is></c><c r="B2"><f>1+2</f><v>3</v></c></row>`),
		'formulas.xlsx'
	);
	expect(sheet.problems).toEqual([
		{ row: 2, column: 'Level', text: 'Cell B2 holds a formula. Replace it with its value (copy, then “paste values”)' }
	]);
});

test('a cell far out, which a parser would fill up to, is refused before parsing', async () => {
	const cell = (address: string) => workbookOf(`<row r="1"><c r="${address}"><v>1</v></c></row>`);
	expect(await refusalOf(cell('XFD1'), 'wide.xlsx')).toContain('more than 200 columns');
	expect(await refusalOf(cell('A1048576'), 'long.xlsx')).toContain('more than 100,000 rows');
	expect(await refusalOf(cell('&#88;FD1'), 'hidden.xlsx')).toContain('damaged');
});

test('a ZIP bomb is refused, whether it tells its size or lies about it', { timeout: 30_000 }, async () => {
	const zeros = Buffer.alloc(200 * 1024 * 1024);
	const packed = deflateRawSync(zeros);
	const parts = (size: number) =>
		zipOf([
			{ path: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
			{ path: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(0), packed, size }
		]);
	expect(parts(0).length).toBeLessThan(300_000);
	expect(await refusalOf(parts(zeros.length), 'bomb.xlsx')).toContain('unpacks to far more');
	const before = process.memoryUsage().arrayBuffers;
	expect(await refusalOf(parts(1000), 'liar.xlsx')).toContain('damaged');
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
	const many = zipOf(Array.from({ length: 400 }, (_, i) => ({ path: i ? `xl/${i}.xml` : 'xl/workbook.xml', content: Buffer.from('x') })));
	expect(await refusalOf(many, 'many.xlsx')).toContain('unpacks to far more');
});

test('what only looks like a workbook is named: a renamed PDF, a plain ZIP, an old XLS, text, a cut-off file', async () => {
	expect(await refusalOf('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'services.xlsx')).toContain('a PDF document');
	expect(await refusalOf('%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'services.csv')).toContain('a PDF document');
	expect(await refusalOf(zipOf([{ path: 'readme.txt', content: Buffer.from('hello') }]), 'a.xlsx')).toContain('not an Excel workbook');
	expect(await refusalOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'a.xlsx')).toContain('older Excel');
	// the letters BM begin a bitmap as well
	expect(rowsOf(await sheetFrom('BM number,Team\n1,North\n'))).toEqual([[2, '1', 'North']]);
	expect(await refusalOf('Name,Team\nAsha,North\n', 'services.xlsx')).toContain('not one');
	const whole = await writeXlsx([{ name: 'One', columns: [{ key: 'a', label: 'A', kind: 'text' }], rows: [{ a: 'b' }] }]);
	expect(await refusalOf(whole.subarray(0, whole.length - 100), 'cut.xlsx')).toContain('damaged');
});
