/** Something wrong in a file, where the person sees it. Row 0 is the file as a whole; the column is its head, or ''. */
export type Problem = { row: number; column: string; text: string };

/**
 * A file of rows, whatever it was. `row` is the row as a spreadsheet program shows it (the head is mostly row 1). Cells
 * are text, dates YYYY-MM-DD; a cell stands under its column's head as it is in the file.
 */
export type Sheet = {
	columns: string[];
	headRow: number;
	rows: { row: number; cells: Record<string, string> }[];
	/** What is wrong with single rows and cells. A file that cannot be read at all is refused instead. */
	problems: Problem[];
	/** What the person should know about how the file was read. */
	notes: string[];
};

/** How far the reading is: rows read so far, of about how many. */
export type OnProgress = (rows: number, of: number) => void;

export const mostBytes = 5 * 1024 * 1024;
export const mostRows = 100_000;
export const mostColumns = 200;

export const tooManyRows = `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Split it into smaller files`;
export const tooManyColumns = `The file has more than ${mostColumns} columns. Use the template`;

/** Rows of cells, head first, as the sheet they make. Blank rows are left out; a cell outside the head is a problem. */
export function sheetOf(lines: Iterable<{ row: number; cells: string[] }>, problems: Problem[] = [], notes: string[] = []): Sheet | null {
	let sheet: Sheet | null = null;
	for (const { row, cells } of lines) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		if (!sheet) {
			sheet = { columns: headOf(cells), headRow: row, rows: [], problems, notes };
			continue;
		}
		const outside = cells.findIndex((cell, i) => i >= (sheet?.columns.length ?? 0) && cell.trim() !== '');
		if (outside >= 0)
			problems.push({ row, column: '', text: `This row has ${outside + 1} cells, but the file has ${sheet.columns.length} columns` });
		sheet.rows.push({ row, cells: cellsOf(sheet.columns, cells) });
	}
	return sheet;
}

/** Without the empty cells at the right. */
function headOf(cells: string[]): string[] {
	const columns = cells.map((cell) => cell.trim());
	while (columns.at(-1) === '') columns.pop();
	return columns;
}

function cellsOf(columns: string[], cells: string[]): Record<string, string> {
	const found: Record<string, string> = {};
	columns.forEach((column, i) => {
		// where a head comes twice the first holds; that it does is said when heads are matched
		if (!Object.hasOwn(found, column)) found[column] = (cells[i] ?? '').trim();
	});
	return found;
}
