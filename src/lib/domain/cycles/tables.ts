import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, version, yes } from '../../server/columns.ts';
import { frameworkVersions } from '../frameworks/tables.ts';
import { services } from '../organisation/tables.ts';

/** A framework launched over many services with one due date: '2026/27 baseline'. */
export const cycles = sqliteTable(
	'cycle',
	{
		id: id(),
		name: text('name').notNull(),
		frameworkVersionId: text('framework_version_id')
			.notNull()
			.references(() => frameworkVersions.id),
		startsOn: day('starts_on').notNull(),
		dueOn: day('due_on').notNull(),
		/** Whether the assessments began with the last agreed answers, to be confirmed. */
		carriesOver: yes('carries_over').notNull().default(false),
		/** Nothing is answered, submitted, moderated or agreed any more from then on; until it is opened again. */
		closedAt: moment('closed_at'),
		/** Why it was closed before all were agreed; empty where all were. */
		closedReason: text('closed_reason').notNull().default(''),
		version: version()
	},
	(t) => [
		uniqueIndex('cycle_by_name').on(t.name),
		index('cycle_by_start').on(t.startsOn, t.id),
		holds('cycle_in_order', sql`${t.dueOn} >= ${t.startsOn}`)
	]
);

/** A level to reach, by when, why, approved by whom; one a service and cycle. */
export const targets = sqliteTable(
	'target',
	{
		cycleId: text('cycle_id')
			.notNull()
			.references(() => cycles.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		level: integer('level').notNull(),
		byWhen: day('by_when').notNull(),
		why: text('why').notNull(),
		approvedBy: text('approved_by').notNull(),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.cycleId, t.serviceId] })]
);
