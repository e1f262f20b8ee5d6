import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf, version } from '../../server/columns.ts';
import { kinds, type Framework } from './document.ts';

export const frameworkStates = ['draft', 'published', 'withdrawn'] as const;

/** One version of a framework, whole. A published one never changes; a draft can be edited on screen, and may be unfinished. */
export const frameworkVersions = sqliteTable(
	'framework_version',
	{
		id: id(),
		/** The id in the file, the same for every version of it. */
		framework: text('framework').notNull(),
		number: text('number').notNull(),
		name: text('name').notNull(),
		kind: text('kind', { enum: kinds }).notNull(),
		state: text('state', { enum: frameworkStates }).notNull().default('draft'),
		document: text('document', { mode: 'json' }).$type<Framework>().notNull(),
		sha256: text('sha256').notNull(),
		publishedAt: moment('published_at'),
		publishedBy: text('published_by'),
		/** The version a draft was copied from, to say what is different. */
		copiedFrom: text('copied_from'),
		/** The last save of a draft. */
		savedAt: moment('saved_at'),
		savedBy: text('saved_by'),
		version: version()
	},
	(t) => [
		uniqueIndex('framework_version_by_number').on(t.framework, t.number),
		index('framework_version_by_state').on(t.state, t.name),
		oneOf('known_framework_kind', t.kind, kinds),
		oneOf('known_framework_state', t.state, frameworkStates)
	]
);
