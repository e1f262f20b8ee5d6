import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from '../../server/columns.ts';

/** A version of the toolkit: how a review is done, step by step. It never changes; lessons learned make the next. DOMAIN section 4. */
export const toolkits = sqliteTable('toolkit', {
	number: integer('number').primaryKey(),
	/** What is new in it, and why. */
	why: text('why').notNull(),
	document: text('document', { mode: 'json' }).$type<unknown>().notNull(),
	publishedBy: text('published_by').notNull(),
	publishedAt: moment('published_at').notNull()
});
