import { isNotNull, sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { evidence } from '../evidence/tables.ts';
import { recommendations } from '../findings/tables.ts';
import { measures } from '../measures/tables.ts';
import { services } from '../organisation/tables.ts';
import { outcomes, priorities, storedStatuses } from './status.ts';

/** 1 for the most pressing, for sorting. */
export const rankOfPriority = (priority: AnySQLiteColumn) =>
	sql<number>`case ${priority} when 'high' then 1 when 'medium' then 2 else 3 end`;

/** Neither done nor dropped: written alike in the indexes of what is open and in the queries that use them. */
export const stillOpen = (status: AnySQLiteColumn) => sql`${status} not in ('done', 'dropped')`;

/** Something to be done, by whom and by when. DOMAIN section 3. */
export const actions = sqliteTable(
	'action',
	{
		id: id(),
		/** How people name it: 'action 14'. */
		number: integer('number').notNull(),
		title: text('title').notNull(),
		/** What is to be done, in more words. */
		detail: text('detail').notNull().default(''),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		ownerId: text('owner_id')
			.notNull()
			.references(() => people.id),
		/** Null for an action that came from nothing but a good idea. */
		recommendationId: text('recommendation_id').references(() => recommendations.id),
		/** The gap it closes, when it came from one. */
		assessmentId: text('assessment_id'),
		criterion: text('criterion'),
		priority: text('priority', { enum: priorities }).notNull().default('medium'),
		startOn: day('start_on').notNull(),
		dueOn: day('due_on').notNull(),
		reviewOn: day('review_on').notNull(),
		/** 'late' is never stored: it follows from the due date. */
		status: text('status', { enum: storedStatuses }).notNull().default('not started'),
		droppedReason: text('dropped_reason'),
		completedOn: day('completed_on'),
		/** The success measure with where it stood and where it should go. */
		measure: text('measure').notNull().default(''),
		/** The measure it aims at, where it is one of the council's. */
		measureId: text('measure_id').references(() => measures.id),
		baseline: text('baseline').notNull().default(''),
		target: text('target').notNull().default(''),
		/** Plan, do, review: what came of it, and whether the measure moved. */
		outcome: text('outcome', { enum: outcomes }),
		outcomeText: text('outcome_text'),
		reviewedBy: text('reviewed_by'),
		reviewedOn: day('reviewed_on'),
		version: version()
	},
	(t) => [
		uniqueIndex('action_by_number').on(t.number),
		index('action_by_service').on(t.serviceId, t.status, t.dueOn),
		index('action_by_owner').on(t.ownerId, t.status, t.dueOn),
		index('action_by_status').on(t.status, t.dueOn),
		index('action_by_due').on(t.dueOn, t.number),
		index('action_open_by_due').on(t.dueOn, t.number).where(stillOpen(t.status)),
		index('action_open_by_priority').on(rankOfPriority(t.priority), t.dueOn, t.number).where(stillOpen(t.status)),
		index('action_by_completion').on(t.status, t.completedOn, t.number),
		index('action_by_priority').on(rankOfPriority(t.priority), t.dueOn, t.number),
		index('action_by_recommendation').on(t.recommendationId),
		index('action_by_measure').on(t.measureId, t.dueOn).where(isNotNull(t.measureId)),
		index('action_by_gap').on(t.assessmentId, t.criterion),
		oneOf('known_action_status', t.status, storedStatuses),
		oneOf('known_priority', t.priority, priorities),
		oneOf('known_outcome', t.outcome, outcomes),
		holds('dropped_with_reason', sql`${t.status} <> 'dropped' or length(${t.droppedReason}) > 0`),
		holds('action_in_order', sql`${t.dueOn} >= ${t.startOn}`)
	]
);

export const actionNotes = sqliteTable(
	'action_note',
	{
		id: id(),
		actionId: text('action_id')
			.notNull()
			.references(() => actions.id),
		text: text('text').notNull(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		at: moment('at').notNull()
	},
	(t) => [index('note_by_action').on(t.actionId, t.at)]
);

/** Evidence that the action was completed. */
export const actionEvidence = sqliteTable(
	'action_evidence',
	{
		actionId: text('action_id')
			.notNull()
			.references(() => actions.id),
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.actionId, t.evidenceId] }), index('action_by_evidence').on(t.evidenceId)]
);

/** The secret address of a person's own due dates. `id` is the SHA-256 of the token in it. */
export const calendarFeeds = sqliteTable(
	'calendar_feed',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		createdAt: moment('created_at').notNull()
	},
	(t) => [uniqueIndex('one_feed_per_person').on(t.personId)]
);
