import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, inAnyCase, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { storedFiles } from '../evidence/tables.ts';
import { channels } from '../journeys/channels.ts';
import { services, staff, teams } from '../organisation/tables.ts';
import { scorecardVersions, scoredForms } from '../scorecards/tables.ts';
import type { PlanAsked } from './planning.ts';
import { levels, timesOfDay, visitStates, waveStates } from './words.ts';

/** What a council finds out by mystery shopping, with the notice given to its staff. DOMAIN section 5.1. */
export const programmes = sqliteTable(
	'shopping_programme',
	{
		id: id(),
		name: text('name').notNull(),
		aim: text('aim').notNull().default(''),
		/** The notice to staff (MRS Code practice): that shopping happens, why, and when they were told. */
		noticeWhat: text('notice_what').notNull(),
		noticeWhy: text('notice_why').notNull(),
		noticeGivenOn: day('notice_given_on'),
		/** The lowest level of reporting promised: nothing goes below it. */
		level: text('level', { enum: levels }).notNull(),
		createdBy: text('created_by').notNull(),
		createdAt: moment('created_at').notNull(),
		version: version()
	},
	(t) => [
		uniqueIndex('programme_by_name').on(inAnyCase(t.name)),
		index('programme_by_day').on(t.createdAt, t.id),
		oneOf('known_reporting_level', t.level, levels)
	]
);

/** One round of visits. What was asked of its plan is kept whole with its seed, so that anyone can draw it again. */
export const waves = sqliteTable(
	'shopping_wave',
	{
		id: id(),
		programmeId: text('programme_id')
			.notNull()
			.references(() => programmes.id),
		number: integer('number').notNull(),
		name: text('name').notNull(),
		startOn: day('start_on').notNull(),
		endOn: day('end_on').notNull(),
		state: text('state', { enum: waveStates }).notNull().default('open'),
		asked: text('asked', { mode: 'json' }).$type<PlanAsked>(),
		drawnAt: moment('drawn_at'),
		drawnBy: text('drawn_by'),
		/** From then on shoppers see their visits. */
		confirmedAt: moment('confirmed_at'),
		confirmedBy: text('confirmed_by'),
		closedAt: moment('closed_at'),
		version: version()
	},
	(t) => [
		uniqueIndex('wave_by_programme').on(t.programmeId, t.number),
		index('wave_by_end').on(t.state, t.endOn),
		oneOf('known_wave_state', t.state, waveStates),
		holds('wave_days_in_order', sql`${t.endOn} >= ${t.startOn}`),
		holds('confirmed_when_drawn', sql`${t.confirmedAt} is null or ${t.drawnAt} is not null`)
	]
);

/** What a shopper plays, in which channel, and what a right answer contains. */
export const scenarios = sqliteTable(
	'shopping_scenario',
	{
		id: id(),
		/** How people name it: 'scenario 7'. */
		number: integer('number').notNull(),
		title: text('title').notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		situation: text('situation').notNull(),
		/** Where to turn: a telephone number, an address, a page. */
		whereTo: text('where_to').notNull().default(''),
		rightAnswer: text('right_answer').notNull(),
		/** Other ways to tell it, so that no two visits are alike. */
		variants: text('variants', { mode: 'json' }).$type<string[]>().notNull().default([]),
		/** The number of the contact standard it tests: 'T1'. */
		standard: text('standard').notNull().default(''),
		scorecardVersionId: text('scorecard_version_id')
			.notNull()
			.references(() => scorecardVersions.id),
		retiredOn: day('retired_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('scenario_by_number').on(t.number),
		index('scenario_by_channel').on(t.channel, inAnyCase(t.title), t.id),
		index('scenario_by_title').on(inAnyCase(t.title), t.id),
		oneOf('known_scenario_channel', t.channel, channels)
	]
);

/** The services a scenario can be played to. */
export const scenarioServices = sqliteTable(
	'shopping_scenario_service',
	{
		scenarioId: text('scenario_id')
			.notNull()
			.references(() => scenarios.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id)
	},
	(t) => [primaryKey({ columns: [t.scenarioId, t.serviceId] }), index('scenario_by_service').on(t.serviceId)]
);

/** A service that a shopper declared a tie to: they never visit it. */
export const ties = sqliteTable(
	'shopper_tie',
	{
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		why: text('why').notNull(),
		declaredAt: moment('declared_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.personId, t.serviceId] }), index('tie_by_service').on(t.serviceId)]
);

/** One contact with one service by one shopper, or by an outside agency under its own reference. */
export const visits = sqliteTable(
	'shopping_visit',
	{
		id: id(),
		/** How people name it: 'visit 14'. */
		number: integer('number').notNull(),
		waveId: text('wave_id')
			.notNull()
			.references(() => waves.id),
		scenarioId: text('scenario_id')
			.notNull()
			.references(() => scenarios.id),
		/** The telling it was given, in words; '' for the scenario's own. */
		variant: text('variant').notNull().default(''),
		shopperId: text('shopper_id').references(() => people.id),
		agency: text('agency'),
		reference: text('reference'),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		/** Only where the programme promised its staff no more than that. */
		teamId: text('team_id').references(() => teams.id),
		staffId: text('staff_id').references(() => staff.id),
		fromOn: day('from_on').notNull(),
		toOn: day('to_on').notNull(),
		timeOfDay: text('time_of_day', { enum: timesOfDay }).notNull(),
		state: text('state', { enum: visitStates }).notNull().default('planned'),
		formId: text('form_id').references(() => scoredForms.id),
		visitedAt: moment('visited_at'),
		rings: integer('rings'),
		waitSeconds: integer('wait_seconds'),
		submittedAt: moment('submitted_at'),
		/** Why it was sent back: what to mend. */
		mend: text('mend').notNull().default(''),
		checkedAt: moment('checked_at'),
		checkedBy: text('checked_by'),
		leftOutReason: text('left_out_reason'),
		version: version()
	},
	(t) => [
		uniqueIndex('visit_by_number').on(t.number),
		index('visit_by_wave').on(t.waveId, t.state, t.number),
		index('visit_by_shopper').on(t.shopperId, t.state, t.toOn),
		index('visit_by_scenario').on(t.scenarioId),
		index('visit_by_form').on(t.formId),
		uniqueIndex('visit_by_reference').on(inAnyCase(t.agency), inAnyCase(t.reference)),
		oneOf('known_visit_state', t.state, visitStates),
		oneOf('known_time_of_day', t.timeOfDay, timesOfDay),
		holds('visit_days_in_order', sql`${t.toOn} >= ${t.fromOn}`),
		holds('shopper_or_agency', sql`(${t.shopperId} is null) <> (${t.agency} is null)`),
		holds('agency_with_reference', sql`(${t.agency} is null) = (${t.reference} is null)`),
		holds('checked_by_another', sql`${t.state} <> 'checked' or (${t.checkedBy} is not null and ${t.checkedBy} is not ${t.shopperId})`),
		holds('counted_with_form', sql`${t.state} not in ('submitted', 'checked') or (${t.formId} is not null and ${t.visitedAt} is not null)`),
		holds('left_out_with_reason', sql`${t.state} <> 'left out' or length(${t.leftOutReason}) > 0`),
		holds('waiting_in_range', sql`${t.rings} between 0 and 99 and ${t.waitSeconds} between 0 and 35999`)
	]
);

/** A try at a visit when nobody answered. */
export const attempts = sqliteTable(
	'visit_attempt',
	{
		id: id(),
		visitId: text('visit_id')
			.notNull()
			.references(() => visits.id),
		at: moment('at').notNull(),
		by: text('by').notNull(),
		note: text('note').notNull().default('')
	},
	(t) => [index('attempt_by_visit').on(t.visitId, t.at)]
);

/** A photo or file a shopper brought back. It is kept like all evidence, but stands in no library: who reads that could tell the contact. */
export const visitEvidence = sqliteTable(
	'visit_evidence',
	{
		id: id(),
		visitId: text('visit_id')
			.notNull()
			.references(() => visits.id),
		sha256: text('sha256')
			.notNull()
			.references(() => storedFiles.sha256),
		fileName: text('file_name').notNull(),
		shows: text('shows').notNull().default(''),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [index('visit_evidence_by_visit').on(t.visitId, t.addedAt), index('visit_evidence_by_file').on(t.sha256)]
);
