import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { holds, id, moment, oneOf, version, yes } from '../../server/columns.ts';
import { channels } from '../journeys/channels.ts';
import { uses, type Scorecard } from './card.ts';

export const scorecardStates = ['draft', 'published', 'withdrawn'] as const;

/** One version of a scorecard, whole. A published one never changes. DOMAIN section 5. */
export const scorecardVersions = sqliteTable(
	'scorecard_version',
	{
		id: id(),
		/** The id in the file, the same for every version of it. */
		scorecard: text('scorecard').notNull(),
		number: text('number').notNull(),
		name: text('name').notNull(),
		use: text('use', { enum: uses }).notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		state: text('state', { enum: scorecardStates }).notNull().default('draft'),
		document: text('document', { mode: 'json' }).$type<Scorecard>().notNull(),
		sha256: text('sha256').notNull(),
		publishedAt: moment('published_at'),
		publishedBy: text('published_by'),
		savedAt: moment('saved_at'),
		savedBy: text('saved_by'),
		version: version()
	},
	(t) => [
		uniqueIndex('scorecard_version_by_number').on(t.scorecard, t.number),
		index('scorecard_version_by_use').on(t.use, t.channel, t.state),
		oneOf('known_scorecard_use', t.use, uses),
		oneOf('known_scorecard_channel', t.channel, channels),
		oneOf('known_scorecard_state', t.state, scorecardStates)
	]
);

/**
 * One scorecard filled in about one contact, whoever did it and whatever for. Scores are hundredths of a point (0 to
 * 10,000), worked out once, when the form is complete; until then it is worth nothing. DOMAIN section 5.
 */
export const scoredForms = sqliteTable(
	'scored_form',
	{
		id: id(),
		scorecardVersionId: text('scorecard_version_id')
			.notNull()
			.references(() => scorecardVersions.id),
		startedAt: moment('started_at').notNull(),
		startedBy: text('started_by').notNull(),
		completedAt: moment('completed_at'),
		/** After a critical failure the score is 0, and what it was before is kept beside it. */
		quality: integer('quality'),
		qualityBefore: integer('quality_before'),
		access: integer('access'),
		accessBefore: integer('access_before'),
		/** The critical questions not answered with their best answer. */
		failed: text('failed', { mode: 'json' }).$type<string[]>().notNull().default([]),
		version: version()
	},
	(t) => [
		index('scored_form_by_card').on(t.scorecardVersionId, t.completedAt),
		holds(
			'scores_in_range',
			sql`${t.quality} between 0 and 10000 and ${t.qualityBefore} between 0 and 10000 and ${t.access} between 0 and 10000 and ${t.accessBefore} between 0 and 10000`
		)
	]
);

/** One answer on a form. */
export const formAnswers = sqliteTable(
	'form_answer',
	{
		formId: text('form_id')
			.notNull()
			.references(() => scoredForms.id),
		/** The question's id on the scorecard: 'A2'. */
		question: text('question').notNull(),
		value: text('value'),
		notApplicable: yes('not_applicable').notNull().default(false),
		note: text('note').notNull().default(''),
		/** 0 to 1, kept when the form is complete; null where the question was left out or is not scored. */
		worth: real('worth'),
		savedAt: moment('saved_at').notNull(),
		savedBy: text('saved_by').notNull(),
		version: version()
	},
	(t) => [
		primaryKey({ columns: [t.formId, t.question] }),
		holds('worth_in_range', sql`${t.worth} between 0 and 1`),
		holds('not_applicable_has_no_value', sql`${t.notApplicable} = 0 or ${t.value} is null`)
	]
);
