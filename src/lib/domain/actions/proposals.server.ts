import { aliasedTable, and, desc, eq, exists, gte, not, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { scaleOf, type ScaleRating } from '#lib/domain/results/scale.ts';
import { isAnswerable, type Status } from '#lib/domain/assessments/status.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { actions } from './tables.ts';

/** What is needed of the assessment somebody is answering; an AssessmentSeen has it all. */
export type Answering = {
	id: string;
	status: Status;
	frameworkVersionId: string;
	service: { id: string };
	cycle: { closedAt: number | null };
};

/** What a done action proposes for a criterion: the next rating up from the one that stood there. */
export type Proposal = { number: number; title: string; ownerId: string; completedOn: string; from: ScaleRating; proposes: ScaleRating };

const gap = aliasedTable(assessments, 'gap_of');
const later = aliasedTable(assessments, 'later');
const laterVersion = aliasedTable(frameworkVersions, 'later_version');

const prepared = keptPerDatabase((db) => ({
	done: db
		.select({
			number: actions.number,
			title: actions.title,
			ownerId: actions.ownerId,
			completedOn: actions.completedOn,
			rated: sql<string | null>`coalesce(${moderations.rating}, ${answers.rating})`
		})
		.from(actions)
		.innerJoin(gap, eq(gap.id, actions.assessmentId))
		.innerJoin(frameworkVersions, eq(frameworkVersions.id, gap.frameworkVersionId))
		.leftJoin(answers, and(eq(answers.assessmentId, gap.id), eq(answers.criterion, actions.criterion)))
		.leftJoin(moderations, and(eq(moderations.assessmentId, gap.id), eq(moderations.criterion, actions.criterion)))
		.where(
			and(
				eq(actions.serviceId, sql.placeholder('serviceId')),
				eq(actions.status, 'done'),
				eq(actions.criterion, sql.placeholder('criterion')),
				eq(frameworkVersions.framework, sql.placeholder('framework')),
				// once an assessment submitted after the completion is agreed, what it changed has been judged
				not(
					exists(
						db
							.select({ one: sql`1` })
							.from(later)
							.innerJoin(laterVersion, eq(laterVersion.id, later.frameworkVersionId))
							.where(
								and(
									eq(later.serviceId, actions.serviceId),
									eq(later.status, 'agreed'),
									eq(laterVersion.framework, frameworkVersions.framework),
									gte(later.submittedOn, actions.completedOn)
								)
							)
					)
				)
			)
		)
		.orderBy(desc(actions.completedOn), desc(actions.number))
		.prepare(),
	answer: db
		.select({ rating: answers.rating, toConfirm: answers.toConfirm, answeredAt: answers.answeredAt })
		.from(answers)
		.where(and(eq(answers.assessmentId, sql.placeholder('id')), eq(answers.criterion, sql.placeholder('criterion'))))
		.prepare()
}));

/**
 * What a done action whose gap was this criterion proposes in an open assessment of its service: the next rating up from
 * the answer there, or where there is none yet (or one to confirm) from the rating that made the gap. It never answers
 * anything. Null where the answer was given after the action was completed, where the rating is the best or not on the
 * scale, and where a later assessment has been agreed since. DOMAIN section 3.
 */
export function proposalFor(db: Database, assessment: Answering, criterion: string): Proposal | null {
	if (!isAnswerable(assessment)) return null;
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const { done, answer } = prepared(db);
	const action = done.get({ serviceId: assessment.service.id, criterion, framework: framework.id });
	if (!action?.completedOn) return null;
	const now = answer.get({ id: assessment.id, criterion });
	const isAnswered = now && now.rating !== null && !now.toConfirm;
	if (isAnswered && now.answeredAt !== null && dayOf(now.answeredAt) > action.completedOn) return null;
	const scale = scaleOf(framework);
	const rank = scale.findIndex(({ id }) => id === (isAnswered ? now.rating : action.rated));
	const from = scale[rank];
	const proposes = rank < 0 ? undefined : scale[rank + 1];
	const { number, title, ownerId, completedOn } = action;
	return from && proposes ? { number, title, ownerId, completedOn, from, proposes } : null;
}

/** What a done action proposes, for somebody who may see that action; null for anybody else. DOMAIN section 1. */
export function proposalSeen(db: Database, person: Person, assessment: Answering, criterion: string): Proposal | null {
	const proposal = proposalFor(db, assessment, criterion);
	const thing = { serviceId: assessment.service.id, ownerId: proposal?.ownerId ?? null };
	return proposal && can(person, 'see actions', thing) ? proposal : null;
}
