import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from '../../server/columns.ts';

/** One line a change. Each carries the SHA-256 of the one before, so that a line altered or removed later shows. */
export const auditLines = sqliteTable(
	'audit_line',
	{
		/** Counted by what writes the line: one more than the one before. */
		number: integer('number').primaryKey(),
		at: moment('at').notNull(),
		/** Nobody for what the program did by itself, such as first-run set-up. */
		personId: text('person_id'),
		/** What was done, in words: 'answered criterion 2.3'. */
		what: text('what').notNull(),
		/** What it was done to. */
		thing: text('thing').notNull(),
		thingId: text('thing_id').notNull(),
		/** Field by field, from what to what. */
		change: text('change', { mode: 'json' }).$type<Record<string, { from: unknown; to: unknown }>>().notNull(),
		previousHash: text('previous_hash').notNull(),
		hash: text('hash').notNull()
	},
	(t) => [
		index('audit_by_thing').on(t.thing, t.thingId, t.number),
		index('audit_by_kind').on(t.thing, t.number),
		index('audit_by_person').on(t.personId, t.number),
		index('audit_by_time').on(t.at)
	]
);
