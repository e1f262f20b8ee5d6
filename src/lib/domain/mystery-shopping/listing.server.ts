import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { paged, type Place } from '#lib/server/paging.ts';
import type { VisitFilters } from './filters.ts';
import { programmes, scenarios, scenarioServices, visits, waves } from './tables.ts';
import { visitStates, withShopper, type VisitState } from './words.ts';

/** Programmes, newest first, each with its waves: a council has one or two. Whoever does not run them sees what results they may. */
export function programmesSeen(db: Database, person: Person) {
	const runs = can(person, 'run shopping');
	const all = db.select().from(programmes).orderBy(desc(programmes.createdAt), asc(programmes.id)).all();
	const found = db
		.select({
			id: waves.id,
			programmeId: waves.programmeId,
			name: waves.name,
			startOn: waves.startOn,
			endOn: waves.endOn,
			state: waves.state,
			confirmedAt: waves.confirmedAt,
			// a column of one table alone loses its table's name, and in here would be the visit's
			visits: sql<number>`(select count(*) from ${visits} where ${visits.waveId} = shopping_wave.id and ${visits.state} <> 'left out')`,
			checked: sql<number>`(select count(*) from ${visits} where ${visits.waveId} = shopping_wave.id and ${visits.state} = 'checked')`
		})
		.from(waves)
		.orderBy(asc(waves.number))
		.all()
		.filter(({ state }) => servicesWhere(person, 'see shopping results', { status: state }).length > 0);
	return all
		.map((programme) => ({ ...programme, waves: found.filter(({ programmeId }) => programmeId === programme.id) }))
		.filter((programme) => runs || programme.waves.length > 0);
}

const columns = {
	id: visits.id,
	number: visits.number,
	state: visits.state,
	title: scenarios.title,
	scenario: scenarios.number,
	channel: scenarios.channel,
	service: services.name,
	shopper: people.name,
	agency: visits.agency,
	reference: visits.reference,
	fromOn: visits.fromOn,
	toOn: visits.toOn,
	timeOfDay: visits.timeOfDay,
	leftOutReason: visits.leftOutReason
};

/** Visits as lists show them, never how they scored. */
export const visitLines = (db: Database) =>
	db
		.select(columns)
		.from(visits)
		.innerJoin(scenarios, eq(scenarios.id, visits.scenarioId))
		.innerJoin(services, eq(services.id, visits.serviceId))
		.leftJoin(people, eq(people.id, visits.shopperId))
		.$dynamic();

const narrowed = (waveId: string, { state, service, shopper, channel }: VisitFilters): SQL | undefined =>
	and(
		eq(visits.waveId, waveId),
		state ? eq(visits.state, state) : undefined,
		service ? eq(visits.serviceId, service) : undefined,
		shopper ? eq(visits.shopperId, shopper) : undefined,
		channel ? eq(scenarios.channel, channel) : undefined
	);

/** The visits of a wave as they are planned and how far they are, never how they scored: fifty a page, or `limit` for a file. */
export function visitsListed(db: Database, waveId: string, filters: VisitFilters, { after, before }: Place<number>, limit = 51) {
	const beyond =
		after !== undefined ? sql`${visits.number} > ${after}` : before !== undefined ? sql`${visits.number} < ${before}` : undefined;
	return visitLines(db)
		.where(and(narrowed(waveId, filters), beyond))
		.orderBy(before === undefined ? asc(visits.number) : desc(visits.number))
		.limit(limit)
		.all();
}

export const visitsPage = (db: Database, waveId: string, filters: VisitFilters, place: Place<number>) =>
	paged(visitsListed(db, waveId, filters, place), place, ({ number }) => number);

/** How many visits of a wave stand where. */
export function progressOf(db: Database, waveId: string): Record<VisitState, number> {
	const found = db.select({ state: visits.state, n: count() }).from(visits).where(eq(visits.waveId, waveId)).groupBy(visits.state).all();
	return Object.fromEntries(visitStates.map((state) => [state, found.find((one) => one.state === state)?.n ?? 0])) as Record<
		VisitState,
		number
	>;
}

/** How many visits of a wave each shopper has, and how many of them are handed in. */
export const workOf = (db: Database, waveId: string) =>
	db
		.select({
			name: people.name,
			visits: count(),
			done: sql<number>`sum(${visits.state} in ('submitted', 'checked'))`
		})
		.from(visits)
		.innerJoin(people, eq(people.id, visits.shopperId))
		.where(eq(visits.waveId, waveId))
		.groupBy(people.id)
		.orderBy(asc(inAnyCase(people.name)))
		.all();

/** A shopper's own visits of confirmed waves: those still to make by their last day, then those handed in, the latest hundred. */
export function visitsOfShopper(db: Database, personId: string) {
	const mine = (states: readonly VisitState[]) =>
		and(eq(visits.shopperId, personId), inArray(visits.state, states), sql`${waves.confirmedAt} is not null`);
	const of = (states: readonly VisitState[], order: SQL) =>
		visitLines(db).innerJoin(waves, eq(waves.id, visits.waveId)).where(mine(states)).orderBy(order, asc(visits.number)).limit(100).all();
	return { toMake: of(withShopper, asc(visits.toOn)), handedIn: of(['submitted', 'checked', 'left out'], desc(visits.toOn)) };
}

/** The visits that wait for this person to check them, the oldest first: at most a hundred. Never their own. */
export function visitsToCheck(db: Database, person: Person) {
	const where = servicesWhere(person, 'check visit');
	if (where !== 'all' && !where.length) return [];
	const notOwn = sql`${visits.shopperId} is not ${person.id}`;
	return visitLines(db)
		.where(and(eq(visits.state, 'submitted'), notOwn, where === 'all' ? undefined : inArray(visits.serviceId, where)))
		.orderBy(asc(visits.submittedAt), asc(visits.number))
		.limit(100)
		.all();
}

/** The bank: scenarios narrowed and sorted by title or number. Councils have some dozens. */
export function scenariosListed(
	db: Database,
	{ channel, text, retired, sort }: { channel: string; text: string; retired: boolean; sort: 'number' | 'title' }
) {
	const like = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
	return db
		.select({
			id: scenarios.id,
			number: scenarios.number,
			title: scenarios.title,
			channel: scenarios.channel,
			standard: scenarios.standard,
			variants: scenarios.variants,
			retiredOn: scenarios.retiredOn,
			services: sql<number>`(select count(*) from ${scenarioServices} where ${scenarioServices.scenarioId} = shopping_scenario.id)`,
			visits: sql<number>`(select count(*) from ${visits} where ${visits.scenarioId} = shopping_scenario.id)`
		})
		.from(scenarios)
		.where(
			and(
				retired ? undefined : sql`${scenarios.retiredOn} is null`,
				channel ? sql`${scenarios.channel} = ${channel}` : undefined,
				text ? sql`(${scenarios.title} like ${like} escape '\\' or ${scenarios.situation} like ${like} escape '\\')` : undefined
			)
		)
		.orderBy(sort === 'title' ? asc(inAnyCase(scenarios.title)) : asc(scenarios.number), asc(scenarios.id))
		.limit(500)
		.all();
}

/** The services that a wave visits, by name. */
export const servicesIn = (db: Database, waveId: string) =>
	db
		.selectDistinct({ value: services.id, label: services.name })
		.from(visits)
		.innerJoin(services, eq(services.id, visits.serviceId))
		.where(eq(visits.waveId, waveId))
		.orderBy(asc(inAnyCase(services.name)))
		.all();
