import type { Cell, ReportTable } from '../description.ts';
import { sayCell } from '../say-cell.ts';

type Row = Record<string, Cell>;
export type Named = { called: string; row: Row };

/** How the rows of a table are told apart: by the first column, and as many of the next ones that hold no figure as it takes. */
function columnsThatName(tables: readonly ReportTable[]) {
	const columns = (tables[0]?.columns ?? []).filter(({ kind }, index) => index === 0 || kind === 'text' || kind === 'day');
	for (let count = 1; count <= columns.length; count++) {
		const chosen = columns.slice(0, count);
		const isEnough = tables.every(({ rows }) => new Set(rows.map((row) => said(row, chosen))).size === rows.length);
		if (isEnough) return chosen;
	}
	return columns.slice(0, 1);
}

const said = (row: Row, columns: ReportTable['columns']) => columns.map((column) => sayCell(row[column.key] ?? null, column)).join(', ');

/** What a row is called: a number alone says too little, so the first words of the row follow it. */
function calledBy(table: ReportTable, naming: ReportTable['columns']): (row: Row) => string {
	const title = naming[0]?.kind === 'number' ? table.columns.find(({ kind }) => kind === 'text') : undefined;
	return (row) => (title && !naming.includes(title) ? ` ${sayCell(row[title.key] ?? null, title)}` : '');
}

/** The rows of two tables of one kind by name, each with what it is called; what is named alike is counted through. */
export function rowsByName(before: ReportTable, after: ReportTable): [Map<string, Named>, Map<string, Named>, keys: string[]] {
	const naming = columnsThatName([after, before]);
	const named = (table: ReportTable) => {
		const found = new Map<string, Named>();
		const more = calledBy(table, naming);
		for (const row of table.rows) {
			const name = said(row, naming);
			let unique = name;
			for (let n = 2; found.has(unique); n++) unique = `${name} (${n})`;
			found.set(unique, { called: unique + more(row), row });
		}
		return found;
	};
	return [named(before), named(after), naming.map(({ key }) => key)];
}
