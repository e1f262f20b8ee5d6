import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { ActionFilters } from './filters.ts';
import { inSight, narrowed, standing } from './narrowing.server.ts';
import { actionStatuses, type ActionStatus } from './status.ts';
import { actions } from './tables.ts';

const cardsInColumn = 20;

const columns = {
	number: actions.number,
	title: actions.title,
	service: services.name,
	serviceId: actions.serviceId,
	owner: people.name,
	ownerId: actions.ownerId,
	priority: actions.priority,
	dueOn: actions.dueOn,
	completedOn: actions.completedOn,
	version: actions.version
};

/** The cards of one column: what is due first; of the done and dropped, what was last. Each column is read from its own stretch of an index. */
function cardsOf(db: Database, person: Person, filters: ActionFilters, status: ActionStatus, today: string) {
	const seen = inSight(person);
	// who sees a few services reads those; sorted by its index, SQLite would pass over everybody else's
	const key = (column: AnySQLiteColumn) => (seen ? sql`+${column}` : column);
	const isClosed = status === 'done' || status === 'dropped';
	const order = isClosed
		? [desc(key(actions.completedOn)), desc(key(actions.number))]
		: [asc(key(actions.dueOn)), asc(key(actions.number))];
	return db
		.select(columns)
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.innerJoin(people, eq(people.id, actions.ownerId))
		.where(and(seen, narrowed(filters, today), standing(status, today)))
		.orderBy(...order)
		.limit(cardsInColumn)
		.all()
		.map(({ serviceId, ownerId, ...card }) => ({ ...card, status, canMove: can(person, 'progress action', { serviceId, ownerId }) }));
}

/**
 * The board: a column a status, twenty cards at most in each. `canMove` says whether the person may move the card.
 * DOMAIN section 3.
 */
export const boardOf = (db: Database, person: Person, filters: ActionFilters, today: string) =>
	actionStatuses.map((status) => ({ status, cards: cardsOf(db, person, filters, status, today) }));
