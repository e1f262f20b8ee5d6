import { tablesOf, type Cell, type Report, type ReportColumn, type ReportTable } from '../description.ts';
import { sayCell } from '../say-cell.ts';
import { figureIn } from './figure-in.ts';
import { rowsByName } from './row-names.ts';

export const changes = ['rose', 'fell', 'new', 'gone', 'reads otherwise'] as const;
export type ChangeKind = (typeof changes)[number];

/** One figure, or one row, in which two reports differ. `figure` is empty where the whole row is new or gone. */
export type Difference = { row: string; figure: string; before: string; now: string; change: ChangeKind; by: number | null };
export type TableCompared = { id: string; caption: string; differences: Difference[]; figures: number; same: number };

/** What the two compare: the facts at the head are a table too. */
const factsTable = ({ facts }: Report): ReportTable => ({
	id: 'facts',
	caption: 'At a glance',
	columns: [
		{ key: 'label', label: 'What', kind: 'text' },
		{ key: 'value', label: 'Figure', kind: 'text' }
	],
	rows: facts.map(([label, value]) => ({ label, value })),
	empty: ''
});

function compareCell(row: string, column: ReportColumn, before: Cell, now: Cell): Difference | null {
	const [was, is] = [sayCell(before, column), sayCell(now, column)];
	if (was === is) return null;
	const difference = { row, figure: column.label, before: was, now: is };
	const hasNone = (cell: Cell) => cell === null || cell === '';
	if (hasNone(before)) return { ...difference, change: 'new', by: null };
	if (hasNone(now)) return { ...difference, change: 'gone', by: null };
	const isFigure = column.kind === 'number' || column.kind === 'text';
	const [from, to] = isFigure ? [figureIn(before), figureIn(now)] : [null, null];
	if (from === null || to === null || from === to) return { ...difference, change: 'reads otherwise', by: null };
	return { ...difference, change: to > from ? 'rose' : 'fell', by: to - from };
}

/** Two tables of one id, row by row by name and figure by figure by column. */
export function compareTables(before: ReportTable, after: ReportTable): TableCompared {
	const [old, young, naming] = rowsByName(before, after);
	const columns = after.columns.filter(({ key }) => !naming.includes(key));
	const compared = [...young].flatMap(([name, { called, row }]) => {
		const was = old.get(name)?.row;
		if (!was) return [{ row: called, figure: '', before: '', now: '', change: 'new' as const, by: null }];
		return columns.map((column) => compareCell(called, column, was[column.key] ?? null, row[column.key] ?? null));
	});
	const gone = [...old].flatMap(([name, { called }]) => (young.has(name) ? [] : [called]));
	const differences = compared.filter((one) => one !== null);
	return {
		id: after.id,
		caption: after.caption,
		figures: compared.length + gone.length,
		same: compared.length - differences.length,
		differences: [...differences, ...gone.map((row) => ({ row, figure: '', before: '', now: '', change: 'gone' as const, by: null }))]
	};
}

/** An empty table with the columns of another: what stood there before a table was new, or stands there when it is gone. */
const emptied = (table: ReportTable): ReportTable => ({ ...table, rows: [] });

/**
 * What rose, what fell, what is new and what is gone from one report to the next of the same: every table by its id, every row by its
 * name, every figure by its column. Pure.
 */
export function compareReports(before: Report, after: Report): TableCompared[] {
	const [old, young] = [before, after].map((report) => [factsTable(report), ...tablesOf(report)]) as [ReportTable[], ReportTable[]];
	const now = young.map((table) => compareTables(old.find(({ id }) => id === table.id) ?? emptied(table), table));
	const gone = old.filter(({ id }) => !young.some((table) => table.id === id));
	return [...now, ...gone.map((table) => compareTables(table, emptied(table)))];
}
