import { and, asc, desc, eq, exists, isNotNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import type { CaseFilters } from './filters.ts';
import { casesInSight } from './sight.server.ts';
import { tellUsCases } from './tables.ts';

/** What the rows are sorted by; the id last, so that no two stand alike. What is not due has no place among what is. */
const keysOf = { received: [tellUsCases.receivedOn, tellUsCases.id], due: [tellUsCases.dueOn, tellUsCases.id] } as const;

const columns = {
	id: tellUsCases.id,
	number: tellUsCases.number,
	kind: tellUsCases.kind,
	receivedOn: tellUsCases.receivedOn,
	channel: tellUsCases.channel,
	service: services.name,
	team: teams.name,
	stage: tellUsCases.stage,
	state: tellUsCases.state,
	dueOn: tellUsCases.dueOn,
	closedOn: tellUsCases.closedOn,
	cause: tellUsCases.cause,
	handler: people.name,
	duplicateOfId: tellUsCases.duplicateOfId
};

function narrowed(
	person: Person,
	{ kind, state, stage, service, team, channel, cause, handler, sort }: CaseFilters,
	today: string
): SQL | undefined {
	return and(
		casesInSight(person),
		kind ? eq(tellUsCases.kind, kind) : undefined,
		state === 'late' ? lt(tellUsCases.dueOn, today) : state ? eq(tellUsCases.state, state) : undefined,
		stage ? eq(tellUsCases.stage, stage) : undefined,
		service ? eq(tellUsCases.serviceId, service) : undefined,
		team ? eq(tellUsCases.teamId, team) : undefined,
		channel ? eq(tellUsCases.channel, channel) : undefined,
		cause ? eq(tellUsCases.cause, cause) : undefined,
		handler ? eq(tellUsCases.handlerId, person.id) : undefined,
		sort === 'due' ? isNotNull(tellUsCases.dueOn) : undefined
	);
}

function pageOf(db: Database, person: Person, filters: CaseFilters, { after, before }: Place<string>, today: string, limit: number) {
	const keys = keysOf[filters.sort];
	const from = after ?? before;
	const up = (filters.order === 'ascending') === (before === undefined);
	const row = sql`(${sql.join([...keys], sql`, `)})`;
	const there = sql`(select ${sql.join([...keys], sql`, `)} from ${tellUsCases} where ${tellUsCases.id} = ${from})`;
	const beyond = from === undefined ? undefined : up ? sql`${row} > ${there}` : sql`${row} < ${there}`;
	return db
		.select(columns)
		.from(tellUsCases)
		.innerJoin(services, eq(services.id, tellUsCases.serviceId))
		.leftJoin(teams, eq(teams.id, tellUsCases.teamId))
		.leftJoin(people, eq(people.id, tellUsCases.handlerId))
		.where(and(narrowed(person, filters, today), beyond))
		.orderBy(...keys.map((key) => (up ? asc(key) : desc(key))))
		.limit(limit)
		.all();
}
export type ListedCase = ReturnType<typeof pageOf>[number];

/** The cases a person sees, fifty a page, with how many there are in all. Nothing in it tells who a customer is. */
export function casesListed(db: Database, person: Person, filters: CaseFilters, place: Place<string>, today: string) {
	const listed = paged(pageOf(db, person, filters, place, today, pageSize + 1), place, ({ id }) => id);
	const count = db
		.select({ n: sql<number>`count(*)` })
		.from(tellUsCases)
		.where(narrowed(person, filters, today))
		.get()!.n;
	return { ...listed, count };
}

/** How many are open, and how many of them late, of all a person sees. */
export function openCases(db: Database, person: Person, today: string): { open: number; late: number } {
	const found = db
		.select({ open: sql<number>`count(*)`, late: sql<number>`coalesce(sum(${tellUsCases.dueOn} < ${today}), 0)` })
		.from(tellUsCases)
		.where(and(casesInSight(person), isNotNull(tellUsCases.dueOn)))
		.get();
	return found ?? { open: 0, late: 0 };
}

/** The services of the cases a person sees, by name: what the list can be narrowed to. */
export function servicesOfCases(db: Database, person: Person) {
	const those = db
		.select({ one: sql`1` })
		.from(tellUsCases)
		.where(and(eq(tellUsCases.serviceId, services.id), casesInSight(person)));
	return db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(exists(those))
		.orderBy(inAnyCase(services.name))
		.all();
}

/** The teams of a service that cases a person sees are about, by name: what the list can be narrowed to once a service is chosen. */
export function teamsOfCases(db: Database, person: Person, service: string) {
	if (!service) return [];
	const those = db
		.select({ one: sql`1` })
		.from(tellUsCases)
		.where(and(eq(tellUsCases.teamId, teams.id), eq(tellUsCases.serviceId, service), casesInSight(person)));
	return db
		.select({ value: teams.id, label: teams.name })
		.from(teams)
		.where(and(eq(teams.serviceId, service), exists(those)))
		.orderBy(inAnyCase(teams.name))
		.all();
}

/** The list as a table to take away, as it is narrowed and sorted: without who the customers are and what they said. */
export function casesTable(db: Database, person: Person, filters: CaseFilters, today: string) {
	function* rows() {
		const read = (place: Place<string>, limit: number) => pageOf(db, person, filters, place, today, limit);
		for (const { duplicateOfId, stage, ...row } of everyRow(read, ({ id }) => id))
			yield {
				...row,
				stage: stage ?? '',
				cause: row.cause ?? '',
				team: row.team ?? '',
				handler: row.handler ?? '',
				twice: duplicateOfId ? 'yes' : 'no'
			};
	}
	return {
		name: 'Customer feedback',
		columns: [
			{ key: 'number', label: 'Number', kind: 'number' },
			{ key: 'kind', label: 'Kind', kind: 'text' },
			{ key: 'receivedOn', label: 'Received', kind: 'day' },
			{ key: 'service', label: 'Service', kind: 'text', width: 28 },
			{ key: 'team', label: 'Team', kind: 'text', width: 24 },
			{ key: 'channel', label: 'Channel', kind: 'text' },
			{ key: 'stage', label: 'Stage', kind: 'text' },
			{ key: 'state', label: 'State', kind: 'text' },
			{ key: 'dueOn', label: 'Due', kind: 'day' },
			{ key: 'closedOn', label: 'Closed', kind: 'day' },
			{ key: 'cause', label: 'Cause', kind: 'text', width: 24 },
			{ key: 'handler', label: 'Handler', kind: 'text', width: 24 },
			{ key: 'twice', label: 'Same as another', kind: 'text' }
		] as const,
		rows: rows()
	};
}
