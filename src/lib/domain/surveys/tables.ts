import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version, yes } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';
import { services } from '../organisation/tables.ts';
import { answerSources, answerStates, surveyKinds, type SurveyPart } from './words.ts';

/** A satisfaction survey of a service, or of the whole council (no service). DOMAIN section 7. */
export const surveys = sqliteTable(
	'survey',
	{
		id: id(),
		/** How people name it: 'survey 3'. */
		number: integer('number').notNull(),
		title: text('title').notNull(),
		kind: text('kind', { enum: surveyKinds }).notNull(),
		serviceId: text('service_id').references(() => services.id),
		/** What it asks about; always overall, and never nothing else. */
		parts: text('parts', { mode: 'json' }).$type<SurveyPart[]>().notNull(),
		/** Answers are taken from this day, and until that one where there is one. */
		openFrom: day('open_from').notNull(),
		openUntil: day('open_until'),
		/** SHA-256 of the token in the link; none until a link is made. The token itself is never kept. */
		tokenHash: text('token_hash'),
		linkMadeAt: moment('link_made_at'),
		createdBy: text('created_by').notNull(),
		createdAt: moment('created_at').notNull(),
		version: version()
	},
	(t) => [
		uniqueIndex('survey_by_number').on(t.number),
		uniqueIndex('survey_by_token').on(t.tokenHash),
		index('survey_by_service').on(t.serviceId, t.number),
		index('survey_by_opening').on(t.openFrom, t.id),
		oneOf('known_survey_kind', t.kind, surveyKinds),
		holds('survey_ends_after_it_begins', sql`${t.openUntil} is null or ${t.openUntil} >= ${t.openFrom}`)
	]
);

/** What one customer answered. A part that was not answered is null and leaves numerator and denominator. */
export const surveyAnswers = sqliteTable(
	'survey_answer',
	{
		id: id(),
		surveyId: text('survey_id')
			.notNull()
			.references(() => surveys.id),
		/** The day it was answered. */
		day: day('day').notNull(),
		/** The service it is about: the survey's, or what the customer chose; none where they did not say. */
		serviceId: text('service_id').references(() => services.id),
		channel: text('channel', { enum: channels }),
		overall: integer('overall'),
		welcome: integer('welcome'),
		wait: integer('wait'),
		efficiency: integer('efficiency'),
		interaction: integer('interaction'),
		delivery: integer('delivery'),
		resolved: yes('resolved'),
		source: text('source', { enum: answerSources }).notNull(),
		state: text('state', { enum: answerStates }).notNull().default('counted'),
		/** Why it was held, or refused. */
		stateReason: text('state_reason').notNull().default(''),
		/** How a paper form or another program names it; once in a survey. */
		reference: text('reference'),
		enteredBy: text('entered_by'),
		answeredAt: moment('answered_at').notNull(),
		version: version(),
		// the long one stands last: SQLite reads past whatever comes before a column
		comment: text('comment').notNull().default('')
	},
	(t) => [
		index('survey_answer_by_day').on(t.surveyId, t.state, t.day, t.id),
		index('survey_answer_by_moment').on(t.surveyId, t.answeredAt),
		index('survey_answer_by_service').on(t.state, t.serviceId, t.day),
		uniqueIndex('one_survey_answer_a_reference').on(t.surveyId, t.reference),
		oneOf('known_answer_channel', t.channel, channels),
		oneOf('known_answer_source', t.source, answerSources),
		oneOf('known_survey_answer_state', t.state, answerStates),
		holds(
			'parts_from_one_to_five',
			sql`${t.overall} between 1 and 5 and ${t.welcome} between 1 and 5 and ${t.wait} between 1 and 5
				and ${t.efficiency} between 1 and 5 and ${t.interaction} between 1 and 5 and ${t.delivery} between 1 and 5`
		)
	]
);

/** Answers by the link of late, to notice a flood. The address is hashed with the day's key; nothing is kept longer than a day. */
export const surveyAttempts = sqliteTable(
	'survey_attempt',
	{
		id: integer('id').primaryKey(),
		surveyId: text('survey_id')
			.notNull()
			.references(() => surveys.id),
		address: text('address').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('survey_attempt_by_survey').on(t.surveyId, t.at), index('survey_attempt_by_address').on(t.address, t.at)]
);

/** The key with which addresses are hashed on a day; it is thrown away with the day, and with it whatever could join two days. */
export const surveyKeys = sqliteTable('survey_key', { day: text('day').primaryKey(), key: text('key').notNull() });
