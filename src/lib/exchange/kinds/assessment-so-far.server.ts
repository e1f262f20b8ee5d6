import { and, asc, eq, isNull } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import type { Readable } from '#lib/domain/assessments/reading.server.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { evidence } from '#lib/domain/evidence/tables.ts';
import type { Framework } from '#lib/domain/frameworks/document.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

export type AnswerNow = { rating: string | null; comment: string; toConfirm: boolean; version: number; by: string | null };
export type AssessmentSoFar = {
	assessment: Readable & { cycle: { closedAt: number | null } };
	framework: Framework;
	answers: Map<string, AnswerNow>;
};

/** An assessment with what stands for each criterion, in two queries. Throws when there is none: whoever asks has seen it. */
export function assessmentSoFar(db: Database, id: string): AssessmentSoFar {
	const found = db
		.select({
			id: assessments.id,
			status: assessments.status,
			frameworkVersionId: assessments.frameworkVersionId,
			submittedOn: assessments.submittedOn,
			service: { kind: services.kind },
			cycle: { closedAt: cycles.closedAt }
		})
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.where(eq(assessments.id, id))
		.get();
	if (!found) throw new Error(`There is no assessment ${id}`);
	const rows = db
		.select({
			criterion: answers.criterion,
			rating: answers.rating,
			comment: answers.comment,
			toConfirm: answers.toConfirm,
			version: answers.version,
			by: people.name
		})
		.from(answers)
		.leftJoin(people, eq(people.id, answers.answeredBy))
		.where(eq(answers.assessmentId, id))
		.all();
	return {
		assessment: found,
		framework: frameworkOf(db, found.frameworkVersionId),
		answers: new Map(rows.map(({ criterion, ...answer }) => [criterion, answer]))
	};
}

/** The titles of the evidence attached to each criterion of an assessment. */
export function evidenceTitles(db: Database, assessmentId: string): Map<string, string[]> {
	const titles = new Map<string, string[]>();
	const rows = db
		.select({ criterion: answerEvidence.criterion, title: evidence.title })
		.from(answerEvidence)
		.innerJoin(evidence, eq(evidence.id, answerEvidence.evidenceId))
		.where(and(eq(answerEvidence.assessmentId, assessmentId), isNull(evidence.withdrawnAt)))
		.orderBy(asc(evidence.title))
		.all();
	for (const { criterion, title } of rows) titles.set(criterion, [...(titles.get(criterion) ?? []), title]);
	return titles;
}
