import { CsvError, parse } from 'csv-parse';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { decodeText } from './decoding-text.ts';
import { unguarded } from './formula-guard.ts';
import { mostColumns, mostRows, sheetOf, tooManyColumns, tooManyRows, type OnProgress, type Problem, type Sheet } from './sheet.ts';

const separators = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
const rowsBetweenReports = 2_000;
const charactersAtATime = 64 * 1024;

/**
 * Reads a CSV file, piece by piece. The separator is worked out from the head. A row with too few or too many cells is a
 * problem of that row; a broken quotation mark, where nothing after it can be trusted, refuses the file.
 */
export async function readCsv(bytes: Uint8Array, onProgress: OnProgress = () => {}): Promise<Outcome<{ sheet: Sheet }>> {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	// Excel's own first line, which only names the separator
	const [, named, rest] = /^sep=([,;\t])\r?\n([^]*)$/i.exec(decoded.text) ?? [null, null, decoded.text];
	const separator = named ?? separatorOf(rest ?? '');
	const above = named ? 1 : 0;
	const about = (rest ?? '').split('\n').length - 1;
	const lines: { row: number; cells: string[] }[] = [];
	const parser = parse({
		delimiter: separator,
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_column_count: true,
		max_record_size: 1_000_000
	});
	// a stopped loop destroys the parser, which is no error here
	parser.on('error', () => {});
	void feed(parser, rest ?? '');
	try {
		for await (const cells of parser as AsyncIterable<string[]>) {
			lines.push({ row: above + lines.length + 1, cells: cells.map(unguarded) });
			if (lines.length > mostRows + 1) return refused('rows', tooManyRows, 'file');
			if (cells.length > mostColumns) return refused('columns', tooManyColumns, 'file');
			if (lines.length % rowsBetweenReports === 0) onProgress(lines.length, about);
		}
	} catch (problem) {
		if (!(problem instanceof CsvError)) throw problem;
		return refused('quotes', brokenQuote(problem, above + Number(problem.records ?? 0) + 1), 'file');
	}
	const sheet = sheetOf(lines, [], notesOn(decoded.note, separator));
	if (!sheet) return refused('empty', 'The file is empty', 'file');
	sheet.problems.push(...ragged(sheet, lines));
	return done({ sheet });
}

const goesOn = (parser: ReturnType<typeof parse>) =>
	new Promise<void>((go) => {
		const on = () => {
			parser.off('drain', on).off('close', on);
			go();
		};
		parser.on('drain', on).on('close', on);
	});

/** Gives the parser its text bit by bit, waiting while it is full. */
async function feed(parser: ReturnType<typeof parse>, text: string): Promise<void> {
	for (let at = 0; at < text.length && !parser.destroyed; at += charactersAtATime)
		if (!parser.write(text.slice(at, at + charactersAtATime))) await goesOn(parser);
	if (!parser.destroyed) parser.end();
}

/** The separator that stands most often in the first line, outside quotation marks; a comma when there is none. */
export function separatorOf(text: string): string {
	const head = /^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text.slice(0, 20_000))?.[1] ?? '';
	const bare = head.replaceAll(/"(?:[^"]|"")*"/g, '');
	const count = (separator: string) => bare.split(separator).length - 1;
	return Object.keys(separators).reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

const notesOn = (encoding: string | null, separator: string) => [
	...(encoding ? [encoding] : []),
	...(separator === ',' ? [] : [`The columns are separated by ${separators[separator as keyof typeof separators]}.`])
];

/** Rows that end too early: a cell in the middle is likely to be missing, so that the others stand in the wrong column. */
function ragged(sheet: Sheet, lines: { row: number; cells: string[] }[]): Problem[] {
	return lines
		.filter(({ row, cells }) => row > sheet.headRow && cells.length < sheet.columns.length && cells.some((cell) => cell.trim() !== ''))
		.map(({ row, cells }) => ({
			row,
			column: '',
			text: `This row has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`}, but the file has ${sheet.columns.length} columns`
		}));
}

function brokenQuote(problem: CsvError, row: number): string {
	if (problem.code === 'CSV_QUOTE_NOT_CLOSED' || problem.code === 'CSV_MAX_RECORD_SIZE')
		return `Row ${row} opens a quotation mark that is never closed. Put it right and upload the file again`;
	return `Row ${row} has a quotation mark in the wrong place. Write it twice ("") inside a cell in quotation marks`;
}
