import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, not, or, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { addMonths } from '#lib/domain/calendar/dates.ts';
import { findings, recommendations } from '#lib/domain/findings/tables.ts';
import type { ActionFilters } from './filters.ts';
import type { ActionStatus } from './status.ts';
import { actions, stillOpen } from './tables.ts';

const isOpenNow = () => stillOpen(actions.status);

/** The status as shown, in SQL: the same answer as `statusOn`. */
export const statusShown = (today: string | Placeholder): SQL<ActionStatus> =>
	sql<ActionStatus>`case when ${stillOpen(actions.status)} and ${actions.dueOn} < ${today} then 'late' else ${actions.status} end`;

/** The actions a person sees, as the condition of a list: those of the services their grants cover, and their own. DOMAIN section 1. */
export function inSight(person: Person): SQL | undefined {
	const services = servicesWhere(person, 'see actions');
	if (services === 'all') return undefined;
	const own = eq(actions.ownerId, person.id);
	return services.length ? or(own, inArray(actions.serviceId, services)) : own;
}

/** It came from the recommendation of a journey review. */
const ofJourney = sql`exists (select 1 from ${recommendations} join ${findings} on ${findings.id} = ${recommendations.findingId}
	where ${recommendations.id} = ${actions.recommendationId} and ${findings.journeyId} is not null)`;

/** What the filters ask for, but for the status; so that statuses can be counted beside each other. */
export function narrowed({ service, owner, priority, due, source }: ActionFilters, today: string): SQL | undefined {
	const until = { overdue: today, month: addMonths(today, 1), quarter: addMonths(today, 3), year: addMonths(today, 12) };
	return and(
		service ? eq(actions.serviceId, service) : undefined,
		owner ? eq(actions.ownerId, owner) : undefined,
		priority ? eq(actions.priority, priority) : undefined,
		due === 'overdue' ? and(isOpenNow(), lt(actions.dueOn, today)) : undefined,
		due && due !== 'overdue' ? and(isOpenNow(), gte(actions.dueOn, today), lte(actions.dueOn, until[due])) : undefined,
		source === 'gap' ? isNotNull(actions.assessmentId) : undefined,
		source === 'journey' ? ofJourney : undefined,
		source === 'hand' ? and(isNull(actions.assessmentId), not(ofJourney)) : undefined
	);
}

/** The actions that stand like this today. */
export function standing(status: ActionFilters['status'], today: string): SQL | undefined {
	if (status === 'all') return undefined;
	if (status === 'open') return isOpenNow();
	if (status === 'late') return and(isOpenNow(), lt(actions.dueOn, today));
	if (status === 'done' || status === 'dropped') return eq(actions.status, status);
	return and(eq(actions.status, status), gte(actions.dueOn, today));
}
