import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { services, teams } from '../organisation/tables.ts';
import { rhythms } from './words.ts';

/** A report that is made and kept again and again, with its owner's right to read it. */
export const reportSchedules = sqliteTable(
	'report_schedule',
	{
		id: id(),
		kind: text('kind').notNull(),
		/** What the report is of, by id; empty where there is only one: the council's. */
		thingId: text('thing_id').notNull(),
		/** What it is of, in words, when it was arranged. */
		about: text('about').notNull(),
		serviceId: text('service_id').references(() => services.id),
		teamId: text('team_id').references(() => teams.id),
		rhythm: text('rhythm', { enum: rhythms }).notNull(),
		firstOn: day('first_on').notNull(),
		/** The day it is made next. */
		nextOn: day('next_on').notNull(),
		ownerId: text('owner_id')
			.notNull()
			.references(() => people.id),
		arrangedAt: moment('arranged_at').notNull(),
		/** Null while it goes on; else why it does not, in a sentence. */
		stoppedAt: moment('stopped_at'),
		stoppedWhy: text('stopped_why'),
		version: version()
	},
	(t) => [
		index('report_schedule_due').on(t.stoppedAt, t.nextOn),
		index('report_schedule_by_owner').on(t.ownerId, t.nextOn),
		oneOf('known_report_rhythm', t.rhythm, rhythms)
	]
);

/** A report as it was on the day, whole and for ever. DOMAIN section 8. */
export const keptReports = sqliteTable(
	'kept_report',
	{
		id: id(),
		/** How people name it: 'kept report 12'. */
		number: integer('number').notNull(),
		kind: text('kind').notNull(),
		thingId: text('thing_id').notNull(),
		about: text('about').notNull(),
		/** The finding its title stated. */
		title: text('title').notNull(),
		serviceId: text('service_id').references(() => services.id),
		teamId: text('team_id').references(() => teams.id),
		keptOn: day('kept_on').notNull(),
		keptAt: moment('kept_at').notNull(),
		keptBy: text('kept_by')
			.notNull()
			.references(() => people.id),
		/** Why, where it was kept by hand and they said. */
		note: text('note').notNull().default(''),
		scheduleId: text('schedule_id').references(() => reportSchedules.id),
		/** The day it was due by its schedule. */
		dueOn: day('due_on'),
		/** The report as JSON, letter by letter as it was hashed: as who kept it could read it. */
		content: text('content').notNull(),
		sha256: text('sha256').notNull(),
		/** The same without names, for readers who may not see individual staff; null where every reader reads the same. */
		unnamed: text('unnamed'),
		unnamedSha256: text('unnamed_sha256')
	},
	(t) => [
		uniqueIndex('kept_report_by_number').on(t.number),
		index('kept_report_of_thing').on(t.kind, t.thingId, t.number),
		index('kept_report_by_service').on(t.serviceId, t.number),
		index('kept_report_by_day').on(t.keptOn, t.number),
		index('kept_report_by_person').on(t.keptBy),
		uniqueIndex('kept_report_once_due').on(t.scheduleId, t.dueOn)
	]
);
