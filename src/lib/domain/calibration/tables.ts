import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, inAnyCase, moment, oneOf, version, yes } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { scoredForms, scorecardVersions } from '../scorecards/tables.ts';
import { calibrationStates } from './words.ts';

/** Several assessors score the same interactions without seeing each other's answers. DOMAIN section 5.2. */
export const calibrations = sqliteTable(
	'calibration',
	{
		id: id(),
		/** How people name it: 'calibration 3'. */
		number: integer('number').notNull(),
		title: text('title').notNull(),
		scorecardVersionId: text('scorecard_version_id')
			.notNull()
			.references(() => scorecardVersions.id),
		state: text('state', { enum: calibrationStates }).notNull().default('scoring'),
		/** Who runs it: alone sees who answered what. */
		runBy: text('run_by')
			.notNull()
			.references(() => people.id),
		startedAt: moment('started_at').notNull(),
		dueOn: day('due_on'),
		revealedAt: moment('revealed_at'),
		closedAt: moment('closed_at'),
		version: version()
	},
	(t) => [
		uniqueIndex('calibration_by_number').on(t.number),
		index('calibration_by_runner').on(t.runBy, t.number),
		index('calibration_by_title').on(inAnyCase(t.title), t.number),
		index('calibration_by_state').on(t.state, t.number),
		oneOf('known_calibration_state', t.state, calibrationStates)
	]
);

/** One contact that everybody scores: told in words or by its reference. */
export const calibrationInteractions = sqliteTable(
	'calibration_interaction',
	{
		id: id(),
		calibrationId: text('calibration_id')
			.notNull()
			.references(() => calibrations.id),
		position: integer('position').notNull(),
		reference: text('reference').notNull(),
		about: text('about').notNull().default(''),
		/** Where the recording or the papers are. */
		recording: text('recording').notNull().default('')
	},
	(t) => [uniqueIndex('interaction_by_calibration').on(t.calibrationId, t.position)]
);

/** Who takes part. One of them may be the expert whose answers are the key. */
export const calibrationAssessors = sqliteTable(
	'calibration_assessor',
	{
		calibrationId: text('calibration_id')
			.notNull()
			.references(() => calibrations.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		isKey: yes('is_key').notNull().default(false),
		invitedAt: moment('invited_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.calibrationId, t.personId] }), index('calibration_by_assessor').on(t.personId, t.calibrationId)]
);

/** One assessor's form about one interaction. It counts towards nobody's results but those of its session. */
export const calibrationForms = sqliteTable(
	'calibration_form',
	{
		interactionId: text('interaction_id')
			.notNull()
			.references(() => calibrationInteractions.id),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		formId: text('form_id')
			.notNull()
			.references(() => scoredForms.id)
	},
	(t) => [primaryKey({ columns: [t.interactionId, t.personId] }), uniqueIndex('calibration_by_form').on(t.formId)]
);

/** What was agreed about a question when the answers were talked over. */
export const calibrationNotes = sqliteTable(
	'calibration_note',
	{
		calibrationId: text('calibration_id')
			.notNull()
			.references(() => calibrations.id),
		/** The question's id on the scorecard. */
		question: text('question').notNull(),
		note: text('note').notNull(),
		savedAt: moment('saved_at').notNull(),
		savedBy: text('saved_by').notNull(),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.calibrationId, t.question] })]
);

/** Ratings made elsewhere, brought in to be compared in the same way. Only whoever brought them in sees them. */
export const raterTables = sqliteTable(
	'rater_table',
	{
		id: id(),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		about: text('about').notNull().default(''),
		ownerId: text('owner_id')
			.notNull()
			.references(() => people.id),
		madeAt: moment('made_at').notNull(),
		version: version()
	},
	(t) => [uniqueIndex('rater_table_by_number').on(t.number), index('rater_table_by_owner').on(t.ownerId, t.number)]
);

/** One rating: who said what about which subject, on which question. */
export const ratings = sqliteTable(
	'rating',
	{
		tableId: text('table_id')
			.notNull()
			.references(() => raterTables.id),
		question: text('question').notNull(),
		subject: text('subject').notNull(),
		rater: text('rater').notNull(),
		value: text('value').notNull()
	},
	(t) => [primaryKey({ columns: [t.tableId, t.question, t.subject, t.rater] })]
);
