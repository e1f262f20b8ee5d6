import { stringify } from 'csv-stringify/sync';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { readSpreadsheet } from '../reading.ts';

/** Whether a file begins as a workbook does (a ZIP archive). */
export const isWorkbook = (first: Uint8Array | undefined): boolean => first?.[0] === 0x50 && first[1] === 0x4b;

/** The first sheet of a workbook as text, so that it is kept, checked and applied like any list. Cells with formulas refuse it. */
export async function listOfWorkbook(name: string, bytes: Uint8Array): Promise<Outcome<{ text: string }>> {
	const read = await readSpreadsheet(name, bytes);
	if (!read.ok)
		return read.code === 'too-large' || read.code === 'rows'
			? refused(read.code, 'The workbook is too large: at most 5 MB and 100,000 rows. Save it as CSV, which may hold a million', 'file')
			: read;
	const { columns, rows, problems } = read.sheet;
	const [first] = problems;
	if (first) return refused('cells', first.text, 'file');
	return done({ text: stringify([columns, ...rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))]) });
}
