import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import type { JourneyFilters } from './filters.ts';
import { inSight, narrowed } from './narrowing.server.ts';
import { journeyProgress, journeys, journeyServices } from './tables.ts';

const pageSize = 50;

/** What the rows are sorted by, each with an index; the last is never alike for two, so that a page can go on after any. */
const keysOf = {
	number: [journeys.number],
	name: [inAnyCase(journeys.name), journeys.id],
	end: [journeys.endOn, journeys.number]
} as const;

const columns = {
	id: journeys.id,
	number: journeys.number,
	words: journeys.words,
	name: journeys.name,
	customer: journeys.customer,
	lifeEvent: journeys.lifeEvent,
	service: services.name,
	startOn: journeys.startOn,
	endOn: journeys.endOn,
	state: journeys.state,
	closedOn: journeys.closedOn,
	crossed: sql<number>`(select count(*) from ${journeyServices} where ${journeyServices.journeyId} = ${journeys.id})`,
	stepsDone: sql<number>`(select count(*) from ${journeyProgress} where ${journeyProgress.journeyId} = ${journeys.id})`
};

/** Where a page begins: after, or before, the journey of this number. */
export type Place = { after?: number | undefined; before?: number | undefined };

function pageOf(db: Database, where: SQL | undefined, { sort, order }: JourneyFilters, { after, before }: Place, limit: number) {
	const keys = keysOf[sort];
	const from = after ?? before;
	const up = (order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join([...keys], sql`, `)})`;
	const there = sql`(select ${sql.join([...keys], sql`, `)} from ${journeys} where ${journeys.number} = ${from})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select(columns)
		.from(journeys)
		.innerJoin(services, eq(services.id, journeys.serviceId))
		.where(and(where, beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all();
}

export type ListedJourney = ReturnType<typeof pageOf>[number];

/**
 * The journeys a person sees, fifty a page. `next` is the number to go on after and `previous` the one to go back before;
 * null at the ends. DOMAIN sections 1, 4 and 8.
 */
export function journeysListed(db: Database, person: Person, filters: JourneyFilters, place: Place) {
	const found = pageOf(db, and(inSight(person), narrowed(filters, person)), filters, place, pageSize + 1);
	const isMore = found.length > pageSize;
	const rows = found.slice(0, pageSize);
	const isBack = place.before !== undefined;
	if (isBack) rows.reverse();
	const last = rows.at(-1)?.number ?? null;
	const first = rows[0]?.number ?? null;
	return {
		rows,
		next: isBack || isMore ? last : null,
		previous: isBack ? (isMore ? first : null) : place.after === undefined ? null : first
	};
}

/** Every journey of a list, read page by page: for a download. */
export function* everyJourney(db: Database, person: Person, filters: JourneyFilters): Generator<ListedJourney> {
	const where = and(inSight(person), narrowed(filters, person));
	let after: number | undefined;
	do {
		const rows = pageOf(db, where, filters, { after }, 500);
		yield* rows;
		after = rows.length === 500 ? rows.at(-1)?.number : undefined;
	} while (after !== undefined);
}

/** How many journeys a list holds on all its pages, and how many of them are open. */
export function countJourneys(db: Database, person: Person, filters: JourneyFilters): { all: number; open: number } {
	const counted = db
		.select({ all: sql<number>`count(*)`, open: sql<number>`coalesce(sum(${journeys.state} = 'open'), 0)` })
		.from(journeys)
		.where(and(inSight(person), narrowed(filters, person)))
		.get();
	return counted ?? { all: 0, open: 0 };
}

/** The services that the journeys a person sees cross, by name: what a list can be narrowed to. */
export function servicesCrossed(db: Database, person: Person) {
	const seen = inSight(person);
	return db
		.selectDistinct({ value: services.id, label: services.name })
		.from(journeyServices)
		.innerJoin(services, eq(services.id, journeyServices.serviceId))
		.innerJoin(journeys, eq(journeys.id, journeyServices.journeyId))
		.where(seen)
		.orderBy(inAnyCase(services.name))
		.all();
}
