import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { holds, version, yes } from '../../server/columns.ts';
import type { CompositeWeight } from './composite.ts';

/** Whether the council adds one figure up for each monthly sheet, and with which weights: one row. Off until it says so. DOMAIN section 5.2. */
export const pafComposites = sqliteTable(
	'paf_composite',
	{
		id: integer('id').primaryKey(),
		isOn: yes('is_on').notNull().default(false),
		weights: text('weights', { mode: 'json' }).$type<CompositeWeight[]>().notNull(),
		version: version()
	},
	(t) => [holds('one_paf_composite', sql`${t.id} = 1`)]
);
