import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, oneOf, version, yes } from '../../server/columns.ts';

/** The one council of this database. Colours are checked for contrast before they are saved. */
export const councils = sqliteTable(
	'council',
	{
		id: integer('id').primaryKey(),
		name: text('name').notNull(),
		logoFile: text('logo_file'),
		colour: text('colour').notNull().default('#0c2f38'),
		textColour: text('text_colour').notNull().default('#ffffff'),
		threadColour: text('thread_colour').notNull().default('#f1c550'),
		/** Endings of files that may be uploaded, such as pdf; an administrator can change them. */
		allowedFileTypes: text('allowed_file_types', { mode: 'json' }).$type<string[]>().notNull(),
		/** Days before its end that a piece of evidence is shown as running out. */
		evidenceWarningDays: integer('evidence_warning_days').notNull().default(30),
		/** Members of the Engagement Board who must be present for anything to be decided; for meetings planned from now on. */
		boardQuorum: integer('board_quorum').notNull().default(3),
		/** How much each counts in the value of a recommendation, in the value–effort matrix. */
		customerWeight: integer('customer_weight').notNull().default(2),
		councilWeight: integer('council_weight').notNull().default(1),
		version: version()
	},
	(t) => [holds('one_council', sql`${t.id} = 1`)]
);

export const directorates = sqliteTable(
	'directorate',
	{ id: id(), name: text('name').notNull(), closedOn: day('closed_on'), version: version() },
	(t) => [uniqueIndex('directorate_by_name').on(inAnyCase(t.name))]
);

export const serviceKinds = ['external', 'internal', 'corporate'] as const;

/** A service of the council. The corporate one is a service like any other; others can inherit its agreed answers. */
export const services = sqliteTable(
	'service',
	{
		id: id(),
		directorateId: text('directorate_id')
			.notNull()
			.references(() => directorates.id),
		name: text('name').notNull(),
		kind: text('kind', { enum: serviceKinds }).notNull().default('external'),
		closedOn: day('closed_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('service_by_name').on(inAnyCase(t.name)),
		index('service_by_directorate').on(t.directorateId, inAnyCase(t.name)),
		uniqueIndex('one_corporate_service')
			.on(t.kind)
			.where(sql`${t.kind} = 'corporate' and ${t.closedOn} is null`),
		oneOf('known_service_kind', t.kind, serviceKinds)
	]
);

export const teams = sqliteTable(
	'team',
	{
		id: id(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		name: text('name').notNull(),
		closedOn: day('closed_on'),
		version: version()
	},
	(t) => [uniqueIndex('team_by_service_and_name').on(t.serviceId, inAnyCase(t.name))]
);

/** A member of staff of a team. `personId` joins them to their sign-in, when they have one. */
export const staff = sqliteTable(
	'staff_member',
	{
		id: id(),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		name: text('name').notNull(),
		payrollNumber: text('payroll_number').notNull(),
		jobTitle: text('job_title').notNull().default(''),
		personId: text('person_id'),
		leftOn: day('left_on'),
		isAdvisor: yes('is_advisor').notNull().default(false),
		version: version()
	},
	(t) => [
		uniqueIndex('staff_by_payroll_number').on(t.payrollNumber),
		index('staff_by_team').on(t.teamId, inAnyCase(t.name)),
		index('staff_by_person').on(t.personId)
	]
);

/** That a member of staff moved from one team to another. Whoever never moved has always been in the team they are in. */
export const staffMoves = sqliteTable(
	'staff_move',
	{
		id: integer('id').primaryKey(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		/** The first day in the new team. */
		movedOn: day('moved_on').notNull(),
		fromTeamId: text('from_team_id')
			.notNull()
			.references(() => teams.id),
		toTeamId: text('to_team_id')
			.notNull()
			.references(() => teams.id)
	},
	(t) => [index('staff_move_by_staff').on(t.staffId, t.movedOn)]
);
