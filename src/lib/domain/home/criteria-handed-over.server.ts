import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { assessments, handovers } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, type Need } from './need.ts';

/** The criteria that are handed to a person and still open, one need an assessment, ten at most. Issue section 4. */
export function criteriaHandedOver(db: Database, person: Person, today: string): Need[] {
	const rows = db
		.select({
			id: assessments.id,
			service: services.name,
			dueOn: assessments.dueOn,
			first: sql<string>`min(${handovers.criterion})`,
			note: sql<string>`max(${handovers.note})`,
			count: sql<number>`count(*)`
		})
		.from(handovers)
		.innerJoin(assessments, eq(assessments.id, handovers.assessmentId))
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(
			and(
				eq(handovers.personId, person.id),
				isNull(handovers.returnedAt),
				inArray(assessments.status, ['draft', 'changes requested']),
				isNull(cycles.closedAt)
			)
		)
		.groupBy(assessments.id)
		.orderBy(asc(assessments.dueOn))
		.limit(10)
		.all();
	return rows.map(({ id, service, dueOn, first, note, count }) => ({
		href: `/assessments/${id}/criteria/${first}`,
		title: count === 1 ? `Answer ${first} for ${service}` : `Answer ${count} criteria for ${service}`,
		text: note ? `It was handed to you: ${note}` : 'It was handed to you by a colleague.',
		by: dueOn,
		when: dueMark(dueOn, today)
	}));
}
