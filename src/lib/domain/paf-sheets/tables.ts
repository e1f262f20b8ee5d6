import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { holds, id, moment, version, yes } from '../../server/columns.ts';
import { staff, teams } from '../organisation/tables.ts';
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

/** What stands beside the quality score of an advisor in one month. The quality itself is worked out, never typed. */
export const monthlySheets = sqliteTable(
	'paf_sheet',
	{
		id: id(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		month: text('month').notNull(),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		escalations: integer('escalations'),
		errors: integer('errors'),
		compliments: integer('compliments'),
		complaints: integer('complaints'),
		note: text('note').notNull().default(''),
		savedAt: moment('saved_at').notNull(),
		savedBy: text('saved_by').notNull(),
		version: version()
	},
	(t) => [
		uniqueIndex('one_sheet_a_month').on(t.staffId, t.month),
		index('sheet_by_team').on(t.teamId, t.month),
		holds('sheet_counts_from_nought', sql`min(${t.escalations}, ${t.errors}, ${t.compliments}, ${t.complaints}) >= 0`)
	]
);

/** A performance statistic on a monthly sheet: handled, average handling time, adherence. */
export const sheetStatistics = sqliteTable(
	'paf_sheet_statistic',
	{
		sheetId: text('sheet_id')
			.notNull()
			.references(() => monthlySheets.id),
		name: text('name').notNull(),
		numerator: integer('numerator').notNull(),
		/** Null for a plain count. */
		denominator: integer('denominator'),
		/** What it is in: 'contacts', 'seconds', '%'. */
		unit: text('unit').notNull().default(''),
		position: integer('position').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.sheetId, t.name] }), holds('statistic_has_a_denominator', sql`${t.denominator} > 0`)]
);
