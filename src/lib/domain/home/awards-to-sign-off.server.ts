import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { has, type Person } from '#lib/domain/access/person.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { dueMark, eachOrAll, type Need } from './need.ts';

/** The moderated assessments a board's chair can sign off; its members read them. DOMAIN section 2.3. */
export function awardsToSignOff(db: Database, person: Person, today: string): Need[] {
	const isChair = has(person, 'board chair');
	if (!isChair && !has(person, 'board member')) return [];
	const rows = db
		.select({
			id: assessments.id,
			service: services.name,
			cycle: cycles.name,
			dueOn: assessments.dueOn,
			level: results.level,
			award: results.award,
			count: sql<number>`count(*) over ()`
		})
		.from(assessments)
		.innerJoin(services, eq(services.id, assessments.serviceId))
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.leftJoin(results, and(eq(results.assessmentId, assessments.id), eq(results.basis, 'agreed')))
		.where(and(eq(assessments.status, 'moderated'), isNull(cycles.closedAt)))
		.orderBy(asc(assessments.dueOn), asc(assessments.id))
		.limit(4)
		.all();
	const verb = isChair ? 'Sign off' : 'Read';
	return eachOrAll(
		rows,
		({ id, service, cycle, dueOn, level, award }) => ({
			href: `/assessments/${id}${isChair ? '/agreement' : ''}`,
			title: `${verb} the result for ${service}`,
			text: `${cycle}: ${level === null ? '' : `level ${level}, `}${award ?? 'no award'} after moderation.`,
			by: dueOn,
			when: dueMark(dueOn, today)
		}),
		(all) => ({
			href: '/assessments?status=moderated',
			title: `${verb} ${all[0]?.count ?? 0} results`,
			text: `The first due is ${all[0]?.service ?? ''}.`,
			by: all[0]?.dueOn ?? null,
			when: dueMark(all[0]?.dueOn ?? today, today)
		})
	);
}
