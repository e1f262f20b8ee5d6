import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { ActionFilters } from './filters.ts';
import { inSight, narrowed, statusShown } from './narrowing.server.ts';
import { actionStatuses } from './status.ts';
import { actions } from './tables.ts';

const cardsInColumn = 20;

/**
 * The board: a column a status, in each the cards that are due first (of the done and dropped, the last), twenty at most.
 * `canMove` says whether the person may move the card. DOMAIN section 3.
 */
export function boardOf(db: Database, person: Person, filters: ActionFilters, today: string) {
	const shown = statusShown(today);
	const isClosed = sql`${actions.status} in ('done', 'dropped')`;
	const numbered = db
		.select({
			number: actions.number,
			status: shown.as('shown'),
			place: sql<number>`row_number() over (partition by ${shown} order by
				case when ${isClosed} then null else ${actions.dueOn} end, ${actions.completedOn} desc, ${actions.number} desc)`.as('place')
		})
		.from(actions)
		.where(and(inSight(person), narrowed(filters, today)))
		.as('numbered');
	const cards = db
		.select({
			number: actions.number,
			title: actions.title,
			service: services.name,
			serviceId: actions.serviceId,
			owner: people.name,
			ownerId: actions.ownerId,
			priority: actions.priority,
			dueOn: actions.dueOn,
			completedOn: actions.completedOn,
			status: numbered.status,
			version: actions.version
		})
		.from(numbered)
		.innerJoin(actions, eq(actions.number, numbered.number))
		.innerJoin(services, eq(services.id, actions.serviceId))
		.innerJoin(people, eq(people.id, actions.ownerId))
		.where(lte(numbered.place, cardsInColumn))
		.orderBy(asc(sql`${numbered.place}`), desc(actions.number))
		.all()
		.map(({ serviceId, ownerId, ...card }) => ({ ...card, canMove: can(person, 'progress action', { serviceId, ownerId }) }));
	return actionStatuses.map((status) => ({ status, cards: cards.filter((card) => card.status === status) }));
}
