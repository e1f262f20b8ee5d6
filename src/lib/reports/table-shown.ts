import { sayCell } from './say-cell.ts';
import type { ReportColumn, ReportTable } from './description.ts';

/** A table as its page writes it: each cell in words, and how each column looks. */
export type TableShown = {
	columns: { key: string; label: string; n: boolean; look: string }[];
	rows: Record<string, string>[];
};

/** Text that is a figure with its counts, '80.0% (12 of 15)', and no sentence. */
const isFigures = ({ rows }: ReportTable, key: string) => rows.every((row) => /^(?:[\d.,%–() ]|of|to){0,18}$/.test(String(row[key] ?? '')));

/** Dates, figures and single words stay on one line, a long answer keeps its lines. */
const lookOf = (table: ReportTable, { key, kind, width }: ReportColumn) =>
	key === 'sha256'
		? 'gt-cell gt-cell--hash'
		: kind === 'day' || (width !== undefined && width <= 14) || isFigures(table, key)
			? 'gt-nowrap'
			: 'gt-cell';

const known = new WeakMap<ReportTable, TableShown>();

/** A report that is kept is put into words once, not for each reader. Tables are never changed once they are made. */
export function tableShown(table: ReportTable): TableShown {
	const found = known.get(table);
	if (found) return found;
	const shown = {
		columns: table.columns.map((column) => ({
			key: column.key,
			label: column.label,
			n: column.kind === 'number',
			look: lookOf(table, column)
		})),
		rows: table.rows.map((row) => Object.fromEntries(table.columns.map((column) => [column.key, sayCell(row[column.key] ?? null, column)])))
	};
	known.set(table, shown);
	return shown;
}
