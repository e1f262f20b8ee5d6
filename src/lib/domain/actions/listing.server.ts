import { and, asc, desc, eq, exists, inArray, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { servicesAndOwners } from '#lib/domain/organisation/services-and-owners.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { ActionFilters } from './filters.ts';
import { inSight, narrowed, standing, statusShown } from './narrowing.server.ts';
import { actionStatuses, type ActionStatus } from './status.ts';
import { actions, rankOfPriority } from './tables.ts';

/** What the rows are sorted by; the number last, so that no two stand alike and a page can go on after any. */
const keysOf = {
	due: [actions.dueOn, actions.number],
	priority: [rankOfPriority(actions.priority), actions.dueOn, actions.number],
	number: [actions.number]
} as const;

const columns = (today: string) => ({
	number: actions.number,
	title: actions.title,
	serviceId: actions.serviceId,
	service: services.name,
	owner: people.name,
	priority: actions.priority,
	startOn: actions.startOn,
	dueOn: actions.dueOn,
	reviewOn: actions.reviewOn,
	completedOn: actions.completedOn,
	status: statusShown(today),
	criterion: actions.criterion,
	version: actions.version
});

function pageOf(
	db: Database,
	where: SQL | undefined,
	{ sort, order }: ActionFilters,
	{ after, before }: Place<number>,
	today: string,
	limit: number
) {
	const keys = keysOf[sort];
	const from = after ?? before;
	const up = (order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join([...keys], sql`, `)})`;
	const there = sql`(select ${sql.join([...keys], sql`, `)} from ${actions} where ${actions.number} = ${from})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select(columns(today))
		.from(actions)
		.innerJoin(services, eq(services.id, actions.serviceId))
		.innerJoin(people, eq(people.id, actions.ownerId))
		.where(and(where, beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all();
}

export type ListedAction = ReturnType<typeof pageOf>[number];

/**
 * The actions a person sees, fifty a page. `next` is the number to go on after and `previous` the one to go back before;
 * null at the ends. DOMAIN sections 1, 3 and 8.
 */
export function actionsListed(db: Database, person: Person, filters: ActionFilters, place: Place<number>, today: string) {
	const where = and(inSight(person), narrowed(filters, today), standing(filters.status, today));
	return paged(pageOf(db, where, filters, place, today, pageSize + 1), place, ({ number }) => number);
}

/** Every action of a list, read page by page: for a download. */
export function everyAction(db: Database, person: Person, filters: ActionFilters, today: string): Generator<ListedAction> {
	const where = and(inSight(person), narrowed(filters, today), standing(filters.status, today));
	return everyRow(
		(place: Place<number>, limit: number) => pageOf(db, where, filters, place, today, limit),
		({ number }) => number
	);
}

/** How many of a list's actions stand in each status, the filter by status left out. */
export function countsByStatus(db: Database, person: Person, filters: ActionFilters, today: string): Record<ActionStatus, number> {
	const shown = statusShown(today);
	const rows = db
		.select({ status: shown, count: sql<number>`count(*)` })
		.from(actions)
		.where(and(inSight(person), narrowed(filters, today)))
		.groupBy(shown)
		.all();
	const counts = new Map(rows.map(({ status, count }) => [status, count]));
	return Object.fromEntries(actionStatuses.map((status) => [status, counts.get(status) ?? 0])) as Record<ActionStatus, number>;
}

/** The services and the owners of the actions a person sees, by name: what a list can be narrowed to. */
export function choicesOf(db: Database, person: Person) {
	const seen = inSight(person);
	// one look each for who sees all; for anybody else the few they see, which is less than everybody
	const those = (id: AnySQLiteColumn, of: AnySQLiteColumn) =>
		seen
			? inArray(id, db.selectDistinct({ id: of }).from(actions).where(seen))
			: exists(
					db
						.select({ one: sql`1` })
						.from(actions)
						.where(eq(of, id))
				);
	return servicesAndOwners(db, { services: those(services.id, actions.serviceId), owners: those(people.id, actions.ownerId) });
}
