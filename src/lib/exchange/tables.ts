import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf } from '../server/columns.ts';

export const importStates = ['checking', 'checked', 'applied', 'refused'] as const;

/** One uploaded file being checked, then applied. The file itself waits in pieces under `file`. */
export const imports = sqliteTable(
	'import',
	{
		id: id(),
		personId: text('person_id').notNull(),
		/** Which kind of import, such as 'services' or 'answers'. */
		kind: text('kind').notNull(),
		/** What it goes into, such as an assessment's id. */
		into: text('into').notNull().default(''),
		fileName: text('file_name').notNull(),
		state: text('state', { enum: importStates }).notNull().default('checking'),
		rowsRead: integer('rows_read').notNull().default(0),
		/** Every problem found: row, column, what is wrong. */
		problems: text('problems', { mode: 'json' }).$type<{ row: number; column: string; text: string }[]>(),
		/** What would change, a line a row. */
		changes: text('changes', { mode: 'json' }).$type<{ row: number; what: string; text: string }[]>(),
		/** The rows as read, kept until applied. */
		rows: text('rows', { mode: 'json' }).$type<Record<string, string>[]>(),
		at: moment('at').notNull()
	},
	(t) => [index('import_by_person').on(t.personId, t.at), oneOf('known_import_state', t.state, importStates)]
);
