import { and, asc, eq, gte, ne, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { servicesWhere } from '#lib/domain/access/can.ts';
import { people } from '#lib/domain/access/tables.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { inSight, statusShown } from './narrowing.server.ts';
import { actions } from './tables.ts';

const most = 2000;

/** The columns of a plan, in the order of due dates. */
export const planned = (db: Database, where: SQL | undefined, today: string | Placeholder) =>
	db
		.select({
			number: actions.number,
			title: actions.title,
			service: services.name,
			owner: people.name,
			priority: actions.priority,
			startOn: actions.startOn,
			dueOn: actions.dueOn,
			reviewOn: actions.reviewOn,
			status: statusShown(today),
			measure: actions.measure,
			baseline: actions.baseline,
			target: actions.target,
			criterion: actions.criterion,
			journey: journeys.name
		})
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.innerJoin(people, eq(people.id, actions.ownerId))
		.leftJoin(recommendations, eq(recommendations.id, actions.recommendationId))
		.leftJoin(findings, eq(findings.id, recommendations.findingId))
		.leftJoin(journeys, eq(journeys.id, findings.journeyId))
		.where(and(where, ne(actions.status, 'dropped'), or(ne(actions.status, 'done'), gte(actions.dueOn, today))))
		.orderBy(asc(actions.dueOn), asc(actions.number));

/** The actions under a condition that a plan is made of, by due date; two thousand at most, which is more than a council plans. */
export const toPlan = (db: Database, where: SQL | undefined, today: string) => planned(db, where, today).limit(most).all().map(withOrigin);

/** An action with where it came from in few words. */
export const withOrigin = <A extends { journey: string | null; criterion: string | null }>(action: A) => ({
	...action,
	cameFrom: cameFrom(action)
});

/** Where an action came from, in few words: 'Journey: Repair to a council home', 'Gap 2.3', 'Added by hand'. */
const cameFrom = ({ journey, criterion }: { journey: string | null; criterion: string | null }): string =>
	journey ? `Journey: ${journey}` : criterion ? `Gap ${criterion}` : 'Added by hand';

/** What the plan of a service, or without one of all a person sees, is made of: give it to `planOf`. */
export const actionsToPlan = (db: Database, person: Person, serviceId: string | null, today: string) =>
	toPlan(db, and(inSight(person), serviceId ? eq(actions.serviceId, serviceId) : undefined), today);

/** What the plan of a service is made of, for a report on it, whoever reads that. */
export const actionsOfService = (db: Database, serviceId: string, today: string) => toPlan(db, eq(actions.serviceId, serviceId), today);

export type PlannedAction = ReturnType<typeof actionsToPlan>[number];

/** The open services whose whole plan a person sees, by name; `council` is true where that is every one of them. */
export function plansSeen(db: Database, person: Person): { council: boolean; services: { id: string; name: string }[] } {
	const seen = servicesWhere(person, 'see actions');
	const found = db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(
			and(
				sql`${services.closedOn} is null`,
				seen === 'all' ? undefined : sql`${services.id} in (select value from json_each(${JSON.stringify(seen)}))`
			)
		)
		.orderBy(inAnyCase(services.name))
		.all();
	return { council: seen === 'all', services: found };
}
