import type { ImportKind } from './import-kind.ts';
import type { TableForExport } from './table-for-export.ts';

/** A file to fill in for a kind of import: the columns with rows that show how, and a second sheet that explains them. */
export function templateOf(kind: ImportKind): readonly [TableForExport, TableForExport] {
	const example = Object.fromEntries(kind.columns.map((column) => [column.key, column.example]));
	return [
		{
			name: `${kind.name} template`,
			sheet: kind.name,
			columns: kind.columns.map(({ key, label }) => ({ key, label, kind: 'text' })),
			rows: [example, ...(kind.examples ?? [])]
		},
		notesTable('Notes', [
			{ what: 'Rows below the heads', about: 'They are examples. Replace them with your own.' },
			...kind.columns.map(({ label, about }) => ({ what: label, about })),
			...kind.notes.map((about) => ({ what: '', about }))
		])
	];
}

/** A sheet that explains the one before it. Only the first sheet of a workbook is read back. */
export const notesTable = (name: string, rows: { what: string; about: string }[]): TableForExport => ({
	name,
	columns: [
		{ key: 'what', label: 'Column', kind: 'text', width: 28 },
		{ key: 'about', label: 'What belongs in it', kind: 'text', width: 90 }
	],
	rows
});
