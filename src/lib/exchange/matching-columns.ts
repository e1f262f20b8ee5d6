import type { ImportColumn } from './import-kind.ts';
import type { Problem, Sheet } from './sheet.ts';
import type { FileRow } from './tables.ts';

/** A head without capitals, spaces and signs: 'Payroll no.*' and 'payroll  NO' are the same. */
const bare = (head: string) =>
	head
		.toLowerCase()
		.normalize('NFKC')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/**
 * The rows of a sheet by the keys of the columns they belong to. Columns may stand in any order; one that is missing,
 * comes twice or is not known is named. With a wrong head no row is read, because every row would be wrong.
 */
export function matchColumns(sheet: Sheet, columns: readonly ImportColumn[]): { problems: Problem[]; rows: FileRow[] } {
	const row = sheet.headRow;
	const known = new Map(columns.flatMap((column) => [column.label, ...(column.also ?? [])].map((name) => [bare(name), column])));
	const headOf = new Map<ImportColumn, string>();
	const problems: Problem[] = [];
	sheet.columns.forEach((head, i) => {
		const column = known.get(bare(head));
		if (head === '' && !sheet.rows.some(({ cells }) => cells[''])) return;
		if (head === '') problems.push({ row, column: '', text: `Column ${i + 1} has no head. Give it one or remove it` });
		else if (!column)
			problems.push({ row, column: head, text: `There is no column called “${head}”. Remove it, or use ${labels(columns)}` });
		else if (headOf.has(column)) problems.push({ row, column: head, text: `The column “${column.label}” comes twice` });
		else headOf.set(column, head);
	});
	for (const column of columns)
		if (column.required && !headOf.has(column))
			problems.push({ row, column: column.label, text: `The column “${column.label}” is missing` });
	if (problems.length) return { problems, rows: [] };
	const read = [...headOf].filter(([column]) => column.read !== false);
	const unread = new Set([...headOf].filter(([column]) => column.read === false).map(([, head]) => head));
	const labelOf = new Map([...headOf].map(([column, head]) => [head, column.label]));
	return {
		// a formula in a column that is not read back does no harm
		problems: sheet.problems
			.filter(({ column }) => !unread.has(column))
			.map((problem) => ({ ...problem, column: labelOf.get(problem.column) ?? problem.column })),
		rows: sheet.rows.map(({ row, cells }) => ({
			row,
			cells: Object.fromEntries(read.map(([{ key }, head]) => [key, cells[head] ?? '']))
		}))
	};
}

const labels = (columns: readonly ImportColumn[]) => columns.map(({ label }) => `“${label}”`).join(', ');
