import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';
import { services, teams } from '../organisation/tables.ts';
import { caseStates, causes, outcomes, stages, tellUsKinds } from './words.ts';

/** What the council decides about feedback as a whole: one row; without it, the defaults. */
export const feedbackSettings = sqliteTable(
	'feedback_settings',
	{
		id: integer('id').primaryKey(),
		/** Months after a case was closed, or a survey answered, that what tells of the customer is taken away. */
		retentionMonths: integer('retention_months').notNull().default(24),
		/** The share of customers satisfied to compare with, in whole per cent, and whose figure it is. */
		benchmark: integer('benchmark').notNull().default(75),
		benchmarkSource: text('benchmark_source').notNull().default('national figure for the public sector, as Northampton gave it'),
		version: version()
	},
	(t) => [
		holds('one_feedback_settings', sql`${t.id} = 1`),
		holds('feedback_retention_in_range', sql`${t.retentionMonths} between 1 and 120`),
		holds('benchmark_in_range', sql`${t.benchmark} between 1 and 100`)
	]
);

/** What one customer told the council: a complaint, a compliment or a comment. Tamworth 4.6.2. */
export const tellUsCases = sqliteTable(
	'tell_us_case',
	{
		id: id(),
		/** How people name it: 'complaint 114'. */
		number: integer('number').notNull(),
		kind: text('kind', { enum: tellUsKinds }).notNull(),
		receivedOn: day('received_on').notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		teamId: text('team_id').references(() => teams.id),
		/** How the customer or another program names it; once in the council. */
		reference: text('reference'),
		handlerId: text('handler_id'),
		/** The stage it has reached, and what is due next on which day: as its stages say, kept here for lists. */
		stage: text('stage', { enum: stages }),
		state: text('state', { enum: caseStates }).notNull(),
		dueOn: day('due_on'),
		/** The day it was answered for good, withdrawn or noted. */
		closedOn: day('closed_on'),
		cause: text('cause', { enum: causes }),
		duplicateOfId: text('duplicate_of_id').references((): AnySQLiteColumn => tellUsCases.id),
		enteredBy: text('entered_by').notNull(),
		enteredAt: moment('entered_at').notNull(),
		/** The day on which what tells of the customer was taken away. */
		forgottenOn: day('forgotten_on'),
		version: version(),
		lesson: text('lesson').notNull().default(''),
		changeMade: text('change_made').notNull().default(''),
		withdrawnReason: text('withdrawn_reason').notNull().default(''),
		/** Personal data: only for who handles the case, and only as long as it is kept. */
		customerName: text('customer_name').notNull().default(''),
		customerContact: text('customer_contact').notNull().default(''),
		words: text('words').notNull()
	},
	(t) => [
		uniqueIndex('tell_us_case_by_number').on(t.number),
		uniqueIndex('tell_us_case_by_reference').on(t.reference),
		index('tell_us_case_by_receipt').on(t.receivedOn, t.id),
		index('tell_us_case_by_service').on(t.serviceId, t.receivedOn, t.id),
		index('tell_us_case_by_due').on(t.dueOn, t.id),
		index('tell_us_case_by_handler').on(t.handlerId, t.dueOn),
		index('tell_us_case_by_closing').on(t.closedOn, t.forgottenOn),
		index('tell_us_case_by_original').on(t.duplicateOfId),
		oneOf('known_tell_us_kind', t.kind, tellUsKinds),
		oneOf('known_tell_us_channel', t.channel, channels),
		oneOf('known_tell_us_stage', t.stage, stages),
		oneOf('known_tell_us_state', t.state, caseStates),
		oneOf('known_tell_us_cause', t.cause, causes),
		holds('not_a_duplicate_of_itself', sql`${t.duplicateOfId} is null or ${t.duplicateOfId} <> ${t.id}`)
	]
);

/**
 * One stage of a complaint with its clock. Once answered it is final: a stage that is opened again is a new row (the next
 * `attempt`), which says why.
 */
export const complaintStages = sqliteTable(
	'complaint_stage',
	{
		id: id(),
		caseId: text('case_id')
			.notNull()
			.references(() => tellUsCases.id),
		stage: text('stage', { enum: stages }).notNull(),
		/** 1; 2 and on where an answer was superseded. */
		attempt: integer('attempt').notNull().default(1),
		openedOn: day('opened_on').notNull(),
		/** None for what is settled informally: there is nothing to acknowledge. */
		acknowledgeBy: day('acknowledge_by'),
		acknowledgedOn: day('acknowledged_on'),
		acknowledgedBy: text('acknowledged_by'),
		/** The day the answer is due, extended or not. */
		dueOn: day('due_on').notNull(),
		/** The day it was due before it was extended. */
		dueFirst: day('due_first'),
		extendedOn: day('extended_on'),
		extendedBy: text('extended_by'),
		answeredOn: day('answered_on'),
		answeredBy: text('answered_by'),
		outcome: text('outcome', { enum: outcomes }),
		/** Why the stage was opened: what the customer asks to be looked at again, or why an answer is superseded. */
		why: text('why').notNull().default(''),
		extendedReason: text('extended_reason').notNull().default(''),
		answer: text('answer').notNull().default(''),
		remedy: text('remedy').notNull().default('')
	},
	(t) => [
		uniqueIndex('complaint_stage_by_case').on(t.caseId, t.stage, t.attempt),
		index('complaint_stage_by_opening').on(t.openedOn, t.stage),
		oneOf('known_complaint_stage', t.stage, stages),
		oneOf('known_complaint_outcome', t.outcome, outcomes),
		holds('extended_with_reason', sql`(${t.extendedOn} is null) = (${t.dueFirst} is null)`),
		holds('answered_with_outcome', sql`(${t.answeredOn} is null) = (${t.outcome} is null)`)
	]
);
