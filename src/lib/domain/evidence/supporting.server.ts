import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { has, servicesOf, type Person } from '#lib/domain/access/person.ts';
import { answerEvidence, assessments, handovers } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** What a piece supports is seldom more than this; corporate evidence can be. */
const mostShown = 200;

/** The criteria that a piece of evidence supports, as far as this person may see them, the latest cycle first. */
export function supportedBy(db: Database, person: Person, evidenceId: string) {
	const whole = servicesOf(person, 'service manager', 'quality assessor', 'programme lead');
	const isBoard = has(person, 'board member') || has(person, 'board chair');
	const handed = db
		.select({ one: sql`1` })
		.from(handovers)
		.where(
			and(
				eq(handovers.assessmentId, answerEvidence.assessmentId),
				eq(handovers.criterion, answerEvidence.criterion),
				eq(handovers.personId, person.id),
				isNull(handovers.returnedAt)
			)
		);
	const mine =
		whole === 'all'
			? undefined
			: or(
					whole.length ? inArray(assessments.serviceId, whole) : undefined,
					isBoard ? inArray(assessments.status, ['moderated', 'agreed']) : undefined,
					has(person, 'viewer') ? eq(assessments.status, 'agreed') : undefined,
					sql`exists ${handed}`
				);
	const rows = db
		.select({
			assessmentId: answerEvidence.assessmentId,
			criterion: answerEvidence.criterion,
			frameworkVersionId: assessments.frameworkVersionId,
			status: assessments.status,
			service: services.name,
			cycle: cycles.name
		})
		.from(answerEvidence)
		.innerJoin(assessments, eq(assessments.id, answerEvidence.assessmentId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(and(eq(answerEvidence.evidenceId, evidenceId), mine))
		.orderBy(desc(cycles.startsOn), asc(services.name), asc(answerEvidence.criterion))
		.limit(mostShown)
		.all();
	return rows.map(({ frameworkVersionId, ...row }) => {
		const { criteria } = frameworkOf(db, frameworkVersionId);
		return { ...row, title: criteria.find(({ number }) => number === row.criterion)?.title ?? '' };
	});
}

export type Supported = ReturnType<typeof supportedBy>[number];
