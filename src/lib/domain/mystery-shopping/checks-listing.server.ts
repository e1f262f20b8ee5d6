import { and, asc, count, desc, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { CheckFilters } from './filters.ts';
import { visitLines } from './listing.server.ts';
import { scenarios, visits } from './tables.ts';
import { visitColumns } from './visits-table.server.ts';

/** What waits for this person to check it, never their own. */
function waiting(person: Person, { channel, service }: CheckFilters): SQL | undefined {
	const where = servicesWhere(person, 'check visit');
	return and(
		eq(visits.state, 'submitted'),
		sql`${visits.shopperId} is not ${person.id}`,
		where === 'all' ? undefined : inArray(visits.serviceId, where),
		service ? eq(visits.serviceId, service) : undefined,
		channel ? eq(scenarios.channel, channel) : undefined
	);
}

function read(db: Database, person: Person, filters: CheckFilters, { after, before }: Place<number>, limit: number) {
	const start = after ?? before;
	const isUp = (filters.order !== 'newest') === (before === undefined);
	const beyond = start === undefined ? undefined : isUp ? gt(visits.number, start) : lt(visits.number, start);
	return visitLines(db)
		.where(and(waiting(person, filters), beyond))
		.orderBy(isUp ? asc(visits.number) : desc(visits.number))
		.limit(limit)
		.all();
}

/** The visits that wait for this person to check them, by number, the first unless told otherwise: fifty a page. */
export const checksListed = (db: Database, person: Person, filters: CheckFilters, place: Place<number>) =>
	paged(read(db, person, filters, place, pageSize + 1), place, ({ number }) => number);

/** How many the filters leave. */
export const countChecks = (db: Database, person: Person, filters: CheckFilters): number =>
	db.select({ n: count() }).from(visits).innerJoin(scenarios, eq(scenarios.id, visits.scenarioId)).where(waiting(person, filters)).get()
		?.n ?? 0;

/** The services of which visits wait for this person, by name: what the list can be narrowed to. */
export const servicesToCheck = (db: Database, person: Person) =>
	db
		.selectDistinct({ value: services.id, label: services.name })
		.from(visits)
		.innerJoin(services, eq(services.id, visits.serviceId))
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.where(waiting(person, { channel: '', service: '', order: '' }))
		.orderBy(services.name)
		.all();

/** The list as a table to take away: never how a visit scored. */
export const checksTable = (db: Database, person: Person, filters: CheckFilters) => ({
	name: 'Visits to check',
	columns: visitColumns,
	rows: everyRow(
		(place: Place<number>, limit) => read(db, person, filters, place, limit),
		({ number }) => number
	)
});
