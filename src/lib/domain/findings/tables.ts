import { sql, type SQL } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { holds, id, moment, oneOf, version } from '../../server/columns.ts';
import { evidence } from '../evidence/tables.ts';
import { frameworkVersions } from '../frameworks/tables.ts';
import { channels } from '../journeys/channels.ts';
import { journeys } from '../journeys/tables.ts';
import { services } from '../organisation/tables.ts';
import { findingSources, recommendationStates, severities } from './words.ts';

/** 1 for the most severe, for sorting. */
export const rankOfSeverity = (severity: AnySQLiteColumn | SQL) =>
	sql<number>`case ${severity} when 'critical' then 1 when 'high' then 2 when 'medium' then 3 else 4 end`;

/** The one kind of thing that whatever finds something makes. DOMAIN section 3. */
export const findings = sqliteTable(
	'finding',
	{
		id: id(),
		what: text('what').notNull(),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		source: text('source', { enum: findingSources }).notNull(),
		/** The assessment, for a gap; the journey, for what a review found; what mystery shopping or PAF found it in. */
		sourceId: text('source_id'),
		/** What it came from, in words: 'Complaint 114, stage 2'. */
		cameFrom: text('came_from').notNull().default(''),
		/** The criterion that is not met; for a journey, the principle that is breached, of this framework. */
		criterion: text('criterion'),
		frameworkVersionId: text('framework_version_id').references(() => frameworkVersions.id),
		/** For a journey: which one, and the step of its as-is map; no step for the whole. */
		journeyId: text('journey_id').references(() => journeys.id),
		stepId: text('step_id'),
		/** Up to five answers to 'why?', each to the one before; the last is the root cause. */
		whys: text('whys', { mode: 'json' }).$type<string[]>().notNull().default([]),
		/** A standard or promise that is breached, in words, where no framework holds it. */
		breaches: text('breaches').notNull().default(''),
		withdrawnReason: text('withdrawn_reason'),
		severity: text('severity', { enum: severities }).notNull().default('medium'),
		howOften: text('how_often').notNull().default(''),
		foundBy: text('found_by').notNull(),
		foundAt: moment('found_at').notNull(),
		version: version()
	},
	(t) => [
		index('finding_by_service').on(t.serviceId, t.foundAt),
		index('finding_by_source').on(t.source, t.sourceId, t.criterion),
		index('finding_by_journey').on(t.journeyId, t.stepId),
		index('finding_by_day').on(t.foundAt, t.id),
		index('finding_by_severity').on(rankOfSeverity(t.severity), t.foundAt, t.id),
		oneOf('known_severity', t.severity, severities),
		oneOf('known_finding_source', t.source, findingSources)
	]
);

/** Evidence that a finding is so. */
export const findingEvidence = sqliteTable(
	'finding_evidence',
	{
		findingId: text('finding_id')
			.notNull()
			.references(() => findings.id),
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.findingId, t.evidenceId] }), index('finding_by_evidence').on(t.evidenceId)]
);

/** What somebody recommends to do about a finding; accepted, it becomes an action. */
export const recommendations = sqliteTable(
	'recommendation',
	{
		id: id(),
		findingId: text('finding_id')
			.notNull()
			.references(() => findings.id),
		/** How people name it: 'recommendation 7'. */
		number: integer('number').notNull(),
		text: text('text').notNull(),
		/** What customers and the council gain, in words and from 1 (little) to 5 (much); null where nobody has said. */
		customerBenefit: text('customer_benefit').notNull().default(''),
		customerValue: integer('customer_value'),
		councilBenefit: text('council_benefit').notNull().default(''),
		councilValue: integer('council_value'),
		/** From 1 (little) to 5 (much). */
		effort: integer('effort'),
		/** What it costs once, pence. */
		costPence: integer('cost_pence'),
		/** Contacts a year it would avoid, by which channel; the saving follows from the channel's cost. */
		contactsAvoided: integer('contacts_avoided'),
		avoidedChannel: text('avoided_channel', { enum: channels }),
		/** Any other saving a year in pence, with how it was worked out. */
		otherSavingPence: integer('other_saving_pence'),
		otherSavingWhy: text('other_saving_why').notNull().default(''),
		state: text('state', { enum: recommendationStates }).notNull().default('proposed'),
		withdrawnReason: text('withdrawn_reason'),
		version: version()
	},
	(t) => [
		index('recommendation_by_finding').on(t.findingId),
		uniqueIndex('recommendation_by_number').on(t.number),
		index('recommendation_by_state').on(t.state, t.number),
		oneOf('known_recommendation_state', t.state, recommendationStates),
		oneOf('known_avoided_channel', t.avoidedChannel, channels),
		holds('value_in_range', sql`${t.customerValue} between 1 and 5 and ${t.councilValue} between 1 and 5 and ${t.effort} between 1 and 5`),
		holds('withdrawn_with_reason', sql`${t.state} <> 'withdrawn' or length(${t.withdrawnReason}) > 0`),
		holds('other_saving_explained', sql`${t.otherSavingPence} is null or length(${t.otherSavingWhy}) > 0`)
	]
);
