import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version, yes } from '../../server/columns.ts';
import { storedFiles } from '../evidence/tables.ts';
import { channels } from '../journeys/channels.ts';
import { services, staff, teams } from '../organisation/tables.ts';
import { scorecardVersions, scoredForms } from '../scorecards/tables.ts';
import { appealOutcomes, assessmentStates, interactionSources, monthStates, selections } from './states.ts';

/** What the council decides about PAF as a whole: one row; without it, the defaults of DOMAIN section 5.2. */
export const pafSettings = sqliteTable(
	'paf_settings',
	{
		id: integer('id').primaryKey(),
		/** Working days after the release in which an advisor may appeal. */
		appealDays: integer('appeal_days').notNull().default(10),
		/** Whether, in months opened from now on, interactions that somebody chose count as those drawn at random do. */
		chosenCount: yes('chosen_count').notNull().default(false),
		/** Months after which scores stay and the person is made anonymous. */
		retentionMonths: integer('retention_months').notNull().default(24),
		version: version()
	},
	(t) => [
		holds('one_paf_settings', sql`${t.id} = 1`),
		holds('appeal_days_in_range', sql`${t.appealDays} between 1 and 60`),
		holds('retention_in_range', sql`${t.retentionMonths} between 1 and 120`)
	]
);

/** One month of one service. */
export const pafMonths = sqliteTable(
	'paf_month',
	{
		id: id(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		/** YYYY-MM */
		month: text('month').notNull(),
		state: text('state', { enum: monthStates }).notNull().default('open'),
		/** Whether chosen interactions count in the mean; fixed when the month is opened. */
		chosenCount: yes('chosen_count').notNull().default(false),
		openedAt: moment('opened_at').notNull(),
		openedBy: text('opened_by').notNull(),
		closedAt: moment('closed_at'),
		closedBy: text('closed_by'),
		version: version()
	},
	(t) => [
		uniqueIndex('one_paf_month_a_service').on(t.serviceId, t.month),
		oneOf('known_paf_month_state', t.state, monthStates),
		holds('paf_month_is_a_month', sql`${t.month} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'`)
	]
);

/** How many interactions of a channel are drawn for each advisor in a month. */
export const pafQuotas = sqliteTable(
	'paf_quota',
	{
		monthId: text('month_id')
			.notNull()
			.references(() => pafMonths.id),
		channel: text('channel', { enum: channels }).notNull(),
		perAdvisor: integer('per_advisor').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.monthId, t.channel] }),
		oneOf('known_quota_channel', t.channel, channels),
		holds('quota_in_range', sql`${t.perAdvisor} between 0 and 100`)
	]
);

/** One contact an advisor handled. Team and service are those of the advisor on its day. */
export const interactions = sqliteTable(
	'paf_interaction',
	{
		id: integer('id').primaryKey(),
		/** How the telephone system, the queue or the council names it. Comes once, in however many files. */
		reference: text('reference').notNull(),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		channel: text('channel', { enum: channels }).notNull(),
		at: moment('at').notNull(),
		/** YYYY-MM of its day in the United Kingdom. */
		month: text('month').notNull(),
		/** How long it took, where it is known. */
		seconds: integer('seconds'),
		source: text('source', { enum: interactionSources }).notNull(),
		/** The import it came with. */
		importId: text('import_id'),
		loggedBy: text('logged_by')
	},
	(t) => [
		uniqueIndex('interaction_by_reference').on(t.reference),
		index('interaction_by_month').on(t.serviceId, t.month, t.staffId, t.channel),
		oneOf('known_interaction_channel', t.channel, channels),
		oneOf('known_interaction_source', t.source, interactionSources)
	]
);

/** The pieces of an uploaded list as text, until it is applied or discarded: it may be longer than memory should hold. */
export const interactionFiles = sqliteTable(
	'paf_interaction_file',
	{
		importId: text('import_id').notNull(),
		position: integer('position').notNull(),
		bytes: blob('bytes', { mode: 'buffer' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.importId, t.position] })]
);

/**
 * A draw at random for one advisor and channel in one month. The list drawn from is the interactions of the advisor and
 * channel in that month and service up to the last one there was, in the order of their references.
 */
export const samples = sqliteTable(
	'paf_sample',
	{
		id: id(),
		monthId: text('month_id')
			.notNull()
			.references(() => pafMonths.id),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		channel: text('channel', { enum: channels }).notNull(),
		/** With this, the same list gives the same draw to anyone. */
		seed: text('seed').notNull(),
		/** How many were asked for, and how long the list was. */
		wanted: integer('wanted').notNull(),
		populationSize: integer('population_size').notNull(),
		/** The highest id of an interaction when it was drawn: what came later was not in the list. */
		lastInteractionId: integer('last_interaction_id').notNull(),
		drawnAt: moment('drawn_at').notNull(),
		drawnBy: text('drawn_by').notNull()
	},
	(t) => [
		uniqueIndex('one_sample_an_advisor_and_channel').on(t.monthId, t.staffId, t.channel),
		index('sample_by_staff').on(t.staffId),
		oneOf('known_sample_channel', t.channel, channels)
	]
);

/**
 * One interaction scored by one assessor. It counts when it was released and its month counts its kind of selection,
 * whatever came after but an appeal upheld; with the form of the changed score where there is one. DOMAIN section 5.2.
 */
export const pafAssessments = sqliteTable(
	'paf_assessment',
	{
		id: id(),
		/** How its address names it. */
		number: integer('number').notNull(),
		interactionId: integer('interaction_id')
			.notNull()
			.references(() => interactions.id),
		monthId: text('month_id')
			.notNull()
			.references(() => pafMonths.id),
		staffId: text('staff_id')
			.notNull()
			.references(() => staff.id),
		teamId: text('team_id')
			.notNull()
			.references(() => teams.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		month: text('month').notNull(),
		channel: text('channel', { enum: channels }).notNull(),
		selection: text('selection', { enum: selections }).notNull(),
		/** The sample it was drawn in. */
		sampleId: text('sample_id').references(() => samples.id),
		/** Why somebody chose it. */
		why: text('why'),
		state: text('state', { enum: assessmentStates }).notNull().default('to score'),
		/** Whose it is to score; nobody's until somebody takes it or it is given. */
		assessorId: text('assessor_id'),
		scorecardVersionId: text('scorecard_version_id').references(() => scorecardVersions.id),
		formId: text('form_id').references(() => scoredForms.id),
		/** Questions without an answer; null before the form is begun. */
		unanswered: integer('unanswered'),
		/** Scored again after an appeal: the first form stays beside it. */
		changedFormId: text('changed_form_id').references(() => scoredForms.id),
		secondsScoring: integer('seconds_scoring').notNull().default(0),
		/** For the advisor: what went well, and one thing to practise. */
		sharedNote: text('shared_note').notNull().default(''),
		/** For the leader: never shown or given to the advisor. */
		privateNote: text('private_note').notNull().default(''),
		releasedAt: moment('released_at'),
		releasedBy: text('released_by'),
		/** The last day of the window in which the advisor may appeal, fixed at the release. */
		appealUntil: day('appeal_until'),
		acknowledgedAt: moment('acknowledged_at'),
		version: version()
	},
	(t) => [
		uniqueIndex('paf_assessment_by_number').on(t.number),
		uniqueIndex('one_assessment_an_interaction').on(t.interactionId),
		index('paf_assessment_by_month').on(t.monthId, t.state, t.number),
		index('paf_assessment_by_assessor').on(t.assessorId, t.state, t.number),
		index('paf_assessment_by_staff').on(t.staffId, t.month, t.state),
		index('paf_assessment_by_team').on(t.teamId, t.month, t.state),
		index('paf_assessment_by_sample').on(t.sampleId),
		oneOf('known_paf_assessment_channel', t.channel, channels),
		oneOf('known_selection', t.selection, selections),
		oneOf('known_paf_assessment_state', t.state, assessmentStates),
		holds('chosen_with_why', sql`${t.selection} <> 'chosen' or length(${t.why}) > 0`),
		holds('sampled_from_a_sample', sql`(${t.selection} = 'sampled') = (${t.sampleId} is not null)`),
		holds('released_with_form', sql`${t.releasedAt} is null or (${t.formId} is not null and ${t.appealUntil} is not null)`),
		holds('released_from_its_state', sql`(${t.state} in ('to score', 'drafted')) = (${t.releasedAt} is null)`)
	]
);

/** Evidence an assessor put beside a score: a piece of the evidence library. */
export const pafEvidence = sqliteTable(
	'paf_evidence',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => pafAssessments.id),
		evidenceId: text('evidence_id').notNull(),
		addedAt: moment('added_at').notNull(),
		addedBy: text('added_by').notNull()
	},
	(t) => [primaryKey({ columns: [t.assessmentId, t.evidenceId] }), index('paf_evidence_by_evidence').on(t.evidenceId)]
);

/**
 * A file an assessor keeps with a score, such as the recording of the call. It is about a member of staff and a customer, so it is no
 * part of the library: only whoever may see the score gets it, and it goes when the person is made anonymous.
 */
export const pafFiles = sqliteTable(
	'paf_file',
	{
		id: id(),
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => pafAssessments.id),
		sha256: text('sha256')
			.notNull()
			.references(() => storedFiles.sha256),
		fileName: text('file_name').notNull(),
		shows: text('shows').notNull().default(''),
		addedAt: moment('added_at').notNull(),
		addedBy: text('added_by').notNull()
	},
	(t) => [index('paf_file_by_assessment').on(t.assessmentId, t.addedAt), index('paf_file_by_file').on(t.sha256)]
);

/** An advisor's appeal against one assessment, and what was decided. Final once decided. */
export const appeals = sqliteTable(
	'paf_appeal',
	{
		assessmentId: text('assessment_id')
			.primaryKey()
			.references(() => pafAssessments.id),
		why: text('why').notNull(),
		appealedAt: moment('appealed_at').notNull(),
		appealedBy: text('appealed_by').notNull(),
		/** The form of whoever scores it again, from when they begin. */
		formId: text('form_id').references(() => scoredForms.id),
		outcome: text('outcome', { enum: appealOutcomes }),
		reasons: text('reasons'),
		decidedAt: moment('decided_at'),
		decidedBy: text('decided_by'),
		version: version()
	},
	(t) => [
		index('appeal_by_outcome').on(t.outcome, t.appealedAt),
		oneOf('known_appeal_outcome', t.outcome, appealOutcomes),
		holds('decided_with_reasons', sql`${t.outcome} is null or (length(${t.reasons}) > 0 and ${t.decidedAt} is not null)`)
	]
);
