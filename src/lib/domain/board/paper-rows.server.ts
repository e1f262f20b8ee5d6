import { aliasedTable, and, asc, eq, inArray, ne } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import { findingEvidence, findings, recommendations } from '#lib/domain/findings/tables.ts';
import { journeys, lessons } from '#lib/domain/journeys/tables.ts';
import { mapSteps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { PaperEvidence } from './paper.ts';

/* What papers are written from, read for all items of an agenda at once. */

export const findingRows = (db: Database, ids: string[]) =>
	db
		.select({
			id: findings.id,
			what: findings.what,
			source: findings.source,
			cameFrom: findings.cameFrom,
			severity: findings.severity,
			howOften: findings.howOften,
			whys: findings.whys,
			breaches: findings.breaches,
			criterion: findings.criterion,
			frameworkVersionId: findings.frameworkVersionId,
			service: services.name,
			step: mapSteps.does,
			journeyId: journeys.id,
			journey: journeys.name,
			words: journeys.words
		})
		.from(findings)
		.innerJoin(services, eq(services.id, findings.serviceId))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.leftJoin(mapSteps, eq(mapSteps.id, findings.stepId))
		.where(inArray(findings.id, ids))
		.all();
export type FindingRow = ReturnType<typeof findingRows>[number];

export const recommendationRows = (db: Database, ids: string[]) =>
	db.select().from(recommendations).where(inArray(recommendations.id, ids)).all();
export type RecommendationRow = ReturnType<typeof recommendationRows>[number];

/** What is recommended about some findings and was not withdrawn. */
export const recommendationsAbout = (db: Database, findingIds: string[]) =>
	db
		.select({
			findingId: recommendations.findingId,
			number: recommendations.number,
			text: recommendations.text,
			state: recommendations.state
		})
		.from(recommendations)
		.where(and(inArray(recommendations.findingId, findingIds), ne(recommendations.state, 'withdrawn')))
		.orderBy(asc(recommendations.number))
		.all();

export const evidenceOf = (db: Database, findingIds: string[]): (PaperEvidence & { findingId: string })[] =>
	db
		.select({ findingId: findingEvidence.findingId, title: evidence.title, shows: evidence.shows, strength: evidence.strength })
		.from(findingEvidence)
		.innerJoin(evidence, eq(evidence.id, findingEvidence.evidenceId))
		.where(inArray(findingEvidence.findingId, findingIds))
		.orderBy(asc(evidence.title))
		.all();

const submitter = aliasedTable(people, 'submitter');
const moderator = aliasedTable(people, 'moderator');

export const awardRows = (db: Database, ids: string[]) =>
	db
		.select({
			id: assessments.id,
			status: assessments.status,
			frameworkVersionId: assessments.frameworkVersionId,
			submittedOn: assessments.submittedOn,
			submittedBy: submitter.name,
			moderator: moderator.name,
			service: { name: services.name, kind: services.kind },
			cycle: cycles.name
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(submitter, eq(submitter.id, assessments.submittedBy))
		.leftJoin(moderator, eq(moderator.id, assessments.moderatorId))
		.where(inArray(assessments.id, ids))
		.all();
export type AwardRow = ReturnType<typeof awardRows>[number];

export const resultRows = (db: Database, ids: string[]) => db.select().from(results).where(inArray(results.assessmentId, ids)).all();
export type ResultRow = ReturnType<typeof resultRows>[number];

export const lessonRows = (db: Database, ids: string[]) =>
	db
		.select({
			id: lessons.id,
			text: lessons.text,
			step: lessons.step,
			notedAt: lessons.notedAt,
			by: people.name,
			journeyId: journeys.id,
			journey: journeys.name
		})
		.from(lessons)
		.innerJoin(journeys, eq(journeys.id, lessons.journeyId))
		.leftJoin(people, eq(people.id, lessons.notedBy))
		.where(inArray(lessons.id, ids))
		.all();
export type LessonRow = ReturnType<typeof lessonRows>[number];
