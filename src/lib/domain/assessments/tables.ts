import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { day, holds, id, moment, oneOf, version, yes } from '../../server/columns.ts';
import { people } from '../access/tables.ts';
import { cycles } from '../cycles/tables.ts';
import { evidence } from '../evidence/tables.ts';
import { frameworkVersions } from '../frameworks/tables.ts';
import { services } from '../organisation/tables.ts';
import { statuses } from './status.ts';

/** How far an assessment is on its way: written alike in the index and in the list that is sorted by it. */
export const rankOfStatus = (status: AnySQLiteColumn) =>
	sql<number>`case ${status} when 'draft' then 1 when 'submitted' then 2 when 'in moderation' then 3 when 'changes requested' then 4 when 'moderated' then 5 else 6 end`;
/** The agreed level for sorting: what is not agreed yet stands below what reached no level. */
export const rankOfLevel = (agreedLevel: AnySQLiteColumn) => sql<number>`case when ${agreedLevel} is null then -1 else ${agreedLevel} end`;

export const assessments = sqliteTable(
	'assessment',
	{
		id: id(),
		cycleId: text('cycle_id')
			.notNull()
			.references(() => cycles.id),
		serviceId: text('service_id')
			.notNull()
			.references(() => services.id),
		frameworkVersionId: text('framework_version_id')
			.notNull()
			.references(() => frameworkVersions.id),
		status: text('status', { enum: statuses }).notNull().default('draft'),
		dueOn: day('due_on').notNull(),
		submittedBy: text('submitted_by'),
		submittedAt: moment('submitted_at'),
		/** The day evidence is judged on once submitted. */
		submittedOn: day('submitted_on'),
		moderatorId: text('moderator_id'),
		moderatedAt: moment('moderated_at'),
		/** What the moderator asks for when changes are requested. */
		changesRequested: text('changes_requested'),
		agreedBy: text('agreed_by'),
		agreedAt: moment('agreed_at'),
		agreedOn: day('agreed_on'),
		/** The result that stands once agreed (the panel's, where it overrode). Null until then. */
		agreedLevel: integer('agreed_level'),
		agreedAward: text('agreed_award'),
		/** Maturity index in hundredths, 0 to 500. */
		agreedIndex: integer('agreed_index'),
		/** True for the first agreed assessment of this service on this framework: every later report shows the distance from it. */
		isBaseline: yes('is_baseline').notNull().default(false),
		/**
		 * What the service's baseline on this framework came to, kept beside every assessment of it, so that a page of a
		 * thousand services counts movement from one index. Null while there is no agreed baseline.
		 */
		baselineLevel: integer('baseline_level'),
		baselineAward: text('baseline_award'),
		baselineIndex: integer('baseline_index'),
		overrideLevel: integer('override_level'),
		overrideReason: text('override_reason'),
		overrideBy: text('override_by'),
		overrideAt: moment('override_at'),
		version: version()
	},
	(t) => [
		uniqueIndex('one_assessment_per_cycle_and_service').on(t.cycleId, t.serviceId),
		index('assessment_by_service').on(t.serviceId, t.agreedOn),
		index('assessment_by_status').on(t.status, t.dueOn, t.id),
		index('assessment_by_cycle_status').on(
			t.cycleId,
			t.status,
			t.agreedLevel,
			t.agreedAward,
			t.baselineLevel,
			t.baselineAward,
			t.isBaseline
		),
		index('assessment_by_cycle_way').on(t.cycleId, t.status, t.dueOn, t.serviceId),
		index('assessment_baseline')
			.on(t.serviceId, t.frameworkVersionId)
			.where(sql`${t.isBaseline} = 1`),
		index('assessment_by_due').on(t.dueOn, t.id),
		index('assessment_by_way').on(rankOfStatus(t.status), t.dueOn, t.id),
		index('assessment_by_level').on(rankOfLevel(t.agreedLevel), t.dueOn, t.id),
		index('assessment_by_framework').on(t.frameworkVersionId, t.status),
		oneOf('known_assessment_status', t.status, statuses),
		holds('override_has_reason', sql`${t.overrideLevel} is null or length(${t.overrideReason}) > 0`)
	]
);

/** One row a criterion from the launch on. `rating` is an id of the framework's scale, 'not applicable' or 'inherited'. */
export const answers = sqliteTable(
	'answer',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		criterion: text('criterion').notNull(),
		rating: text('rating'),
		comment: text('comment').notNull().default(''),
		/** Carried over from the last cycle: counts as unanswered until somebody confirms it. */
		toConfirm: yes('to_confirm').notNull().default(false),
		answeredBy: text('answered_by'),
		answeredAt: moment('answered_at'),
		version: version()
	},
	(t) => [primaryKey({ columns: [t.assessmentId, t.criterion] })]
);

/** One piece of evidence may support many criteria. */
export const answerEvidence = sqliteTable(
	'answer_evidence',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		criterion: text('criterion').notNull(),
		evidenceId: text('evidence_id')
			.notNull()
			.references(() => evidence.id),
		addedBy: text('added_by').notNull(),
		addedAt: moment('added_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.assessmentId, t.criterion, t.evidenceId] }),
		index('answer_by_evidence').on(t.evidenceId, t.assessmentId)
	]
);

/** A criterion handed to a colleague, who sees only what was handed over. */
export const handovers = sqliteTable(
	'handover',
	{
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		criterion: text('criterion').notNull(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		note: text('note').notNull().default(''),
		handedBy: text('handed_by').notNull(),
		handedAt: moment('handed_at').notNull(),
		/** When the colleague gave it back, or it was taken back. */
		returnedAt: moment('returned_at')
	},
	(t) => [
		primaryKey({ columns: [t.assessmentId, t.criterion, t.personId] }),
		index('handover_by_person').on(t.personId, t.returnedAt, t.assessmentId)
	]
);

/** Comments between the people working on a criterion, with "resolved". */
export const criterionComments = sqliteTable(
	'criterion_comment',
	{
		id: id(),
		assessmentId: text('assessment_id')
			.notNull()
			.references(() => assessments.id),
		criterion: text('criterion').notNull(),
		text: text('text').notNull(),
		personId: text('person_id')
			.notNull()
			.references(() => people.id),
		at: moment('at').notNull(),
		resolvedBy: text('resolved_by'),
		resolvedAt: moment('resolved_at')
	},
	(t) => [index('comment_by_criterion').on(t.assessmentId, t.criterion, t.at)]
);
