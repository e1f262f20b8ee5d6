import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { statusOn } from '#lib/domain/actions/status.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { addMonths } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** A person's own open actions that are late or due within a month from today, soonest first, ten at most. */
export const myActions = (db: Database, person: Person, today: string) =>
	db
		.select({ number: actions.number, title: actions.title, service: services.name, dueOn: actions.dueOn, status: actions.status })
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.where(
			and(
				eq(actions.ownerId, person.id),
				inArray(actions.status, ['not started', 'on track', 'at risk']),
				lte(actions.dueOn, addMonths(today, 1))
			)
		)
		.orderBy(asc(actions.dueOn), asc(actions.number))
		.limit(10)
		.all()
		.map((action) => ({ ...action, status: statusOn(action, today) }));
