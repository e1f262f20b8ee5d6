import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { AssessmentSeen } from './finding.server.ts';
import { answers, assessments } from './tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';

const one = keptPerDatabase((db) =>
	db
		.select({
			cycle: cycles.name,
			agreedOn: assessments.agreedOn,
			rating: answers.rating,
			comment: answers.comment,
			moderated: moderations.rating,
			remark: moderations.comment,
			moderator: people.name,
			moderatedAt: moderations.moderatedAt
		})
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(answers, and(eq(answers.assessmentId, assessments.id), eq(answers.criterion, sql.placeholder('criterion'))))
		.leftJoin(moderations, and(eq(moderations.assessmentId, assessments.id), eq(moderations.criterion, answers.criterion)))
		.leftJoin(people, eq(people.id, moderations.moderatedBy))
		.where(
			and(
				eq(assessments.serviceId, sql.placeholder('serviceId')),
				eq(assessments.status, 'agreed'),
				ne(assessments.id, sql.placeholder('id')),
				inArray(
					assessments.frameworkVersionId,
					db
						.select({ id: frameworkVersions.id })
						.from(frameworkVersions)
						.where(eq(frameworkVersions.framework, sql.placeholder('framework')))
				)
			)
		)
		.orderBy(desc(assessments.agreedOn))
		.prepare()
);

/** What was agreed for a criterion the last time this service was assessed on any version of this framework; null for the first time. */
export const lastAnswer = (db: Database, { id, service, frameworkVersionId }: AssessmentSeen, criterion: string) =>
	one(db).get({ id, serviceId: service.id, framework: frameworkOf(db, frameworkVersionId).id, criterion }) ?? null;
