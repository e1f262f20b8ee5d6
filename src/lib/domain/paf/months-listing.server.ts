import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { MonthFilters } from './list-filters.ts';
import { monthsLater, showMonth } from './month.ts';
import { pafMonths } from './tables.ts';

/** A month of a service in a list. */
export type ListedMonth = ReturnType<typeof read>[number];

const line = { id: pafMonths.id, month: pafMonths.month, service: services.name, state: pafMonths.state };

function narrowed(person: Person, { service, month, state }: MonthFilters): SQL | undefined {
	const over = servicesWhere(person, 'run PAF');
	return and(
		over === 'all' ? undefined : inArray(pafMonths.serviceId, over),
		service ? eq(pafMonths.serviceId, service) : undefined,
		month ? eq(pafMonths.month, month) : undefined,
		state ? eq(pafMonths.state, state) : undefined
	);
}

/** From a month of the list on, in its order or against it. */
function beyond({ after, before }: Place<string>, isOldest: boolean): SQL | undefined {
	const start = after ?? before;
	if (start === undefined) return undefined;
	const here = (what: string) =>
		sql`(select ${sql.raw(what)} from paf_month m join service s on s.id = m.service_id where m.id = ${start})`;
	const [further, on] = before === undefined ? [sql`>`, isOldest ? sql`>` : sql`<`] : [sql`<`, isOldest ? sql`<` : sql`>`];
	const [name, month] = [here('s.name'), here('m.month')];
	const own = inAnyCase(services.name);
	return sql`(${own} ${further} ${name} or (${own} = ${name} and ${pafMonths.month} ${on} ${month}))`;
}

function read(db: Database, person: Person, filters: MonthFilters, place: Place<string>, limit: number) {
	const isOldest = filters.order === 'oldest';
	const isBack = place.before !== undefined;
	return db
		.select(line)
		.from(services)
		.innerJoin(pafMonths, eq(pafMonths.serviceId, services.id))
		.where(and(narrowed(person, filters), beyond(place, isOldest)))
		.orderBy(
			isBack ? desc(inAnyCase(services.name)) : asc(inAnyCase(services.name)),
			isOldest === isBack ? desc(pafMonths.month) : asc(pafMonths.month)
		)
		.limit(limit)
		.all();
}

/** The months of the services whose PAF the person runs, by service, the newest month first unless told otherwise: fifty a page. */
export const monthsListed = (db: Database, person: Person, filters: MonthFilters, place: Place<string>) =>
	paged(read(db, person, filters, place, pageSize + 1), place, ({ id }) => id);

/** How many months the filters leave. */
export const countMonths = (db: Database, person: Person, filters: MonthFilters): number =>
	db.select({ n: count() }).from(pafMonths).where(narrowed(person, filters)).get()?.n ?? 0;

/** The list as a table to take away, all its pages. */
export function monthsTable(db: Database, person: Person, filters: MonthFilters) {
	return {
		name: 'Performance months',
		columns: [
			{ key: 'service', label: 'Service', kind: 'text' as const, width: 40 },
			{ key: 'month', label: 'Month', kind: 'text' as const },
			{ key: 'state', label: 'State', kind: 'text' as const }
		],
		rows: everyRow(
			(place: Place<string>, limit) => read(db, person, filters, place, limit),
			({ id }) => id
		)
	};
}

/** The months there are in the services the person runs, the newest first: what the list can be narrowed to. */
export const monthsToChoose = (db: Database, person: Person) => {
	const over = servicesWhere(person, 'run PAF');
	return db
		.selectDistinct({ value: pafMonths.month })
		.from(pafMonths)
		.where(over === 'all' ? undefined : inArray(pafMonths.serviceId, over))
		.orderBy(desc(pafMonths.month))
		.all()
		.map(({ value }) => ({ value, label: showMonth(value) }));
};

/** How far back, and ahead, a month can be opened. */
const monthsBack = 12;
const monthsAhead = 1;

/** The months that can be opened on a day, the newest first: the next, this one, and the twelve before. */
export const monthsThatOpen = (today: string): string[] =>
	Array.from({ length: monthsBack + monthsAhead + 1 }, (_, n) => monthsLater(today.slice(0, 7), monthsAhead - n));
