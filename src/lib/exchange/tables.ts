import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf } from '../server/columns.ts';
import type { Problem } from './sheet.ts';

export const importStates = ['checking', 'checked', 'applied', 'refused', 'discarded'] as const;

/** One row of a file as it was read: cells by the key of their column. */
export type FileRow = { row: number; cells: Record<string, string> };
/** What applying would do, a line each. */
export type Change = { row: number; what: 'add' | 'change' | 'same'; text: string };
export type Counts = { rows: number; problems: number; added: number; changed: number; same: number };

/** One uploaded file: read and checked at once, applied only when somebody says so. */
export const imports = sqliteTable(
	'import',
	{
		id: id(),
		personId: text('person_id').notNull(),
		/** Which kind of import, such as 'structure' or 'answers'. */
		kind: text('kind').notNull(),
		/** What it goes into, such as an assessment's id; '' for the council's own data. */
		into: text('into').notNull().default(''),
		fileName: text('file_name').notNull(),
		state: text('state', { enum: importStates }).notNull().default('checking'),
		at: moment('at').notNull(),
		appliedAt: moment('applied_at'),
		counts: text('counts', { mode: 'json' }).$type<Counts>(),
		/** How the file was read, such as the letters it is written in. */
		notes: text('notes', { mode: 'json' }).$type<string[]>(),
		/** The SHA-256 of all that was checked: applying does exactly this or nothing. */
		planSha256: text('plan_sha256'),
		// the long ones stand last: SQLite reads past whatever comes before a column
		/** What is wrong, by row and column: the first ten thousand. */
		problems: text('problems', { mode: 'json' }).$type<Problem[]>(),
		/** What would be added or changed, in the file's order: the first ten thousand. */
		changes: text('changes', { mode: 'json' }).$type<Change[]>(),
		/** The rows as read, kept until applied or discarded. */
		rows: text('rows', { mode: 'json' }).$type<FileRow[]>()
	},
	(t) => [
		index('import_by_person').on(t.personId, t.at),
		index('import_by_goal').on(t.into, t.at, t.id),
		index('import_by_state').on(t.state, t.at),
		oneOf('known_import_state', t.state, importStates)
	]
);

/** Which column of a file is what, remembered for files with the same heads. */
export const columnMappings = sqliteTable('paf_column_mapping', {
	/** The heads of the file, in small letters, sorted and joined by line ends. */
	heads: text('heads').primaryKey(),
	/** The head by what it is: 'reference', 'at', 'time', 'channel', 'advisor', 'seconds'. */
	columns: text('columns', { mode: 'json' }).$type<Record<string, string>>().notNull(),
	savedAt: moment('saved_at').notNull(),
	savedBy: text('saved_by').notNull()
});
