import { and, asc, count, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { everyRow, paged, pageSize, type Place } from '#lib/server/paging.ts';
import { overStaff, staffColumns } from './staff-seen.server.ts';

export type StaffFilters = { team: string; name: string; left: boolean };

/** Reads the address of the list; what it does not know is passed over. */
export const staffFiltersIn = (query: URLSearchParams): StaffFilters => ({
	team: query.get('team') ?? '',
	name: (query.get('name') ?? '').trim().slice(0, 100),
	left: query.get('left') === 'yes'
});

function narrowed(person: Person, { team, name, left }: StaffFilters): SQL | undefined {
	const like = `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`;
	return and(
		overStaff(person, 'see staff results'),
		eq(staff.isAdvisor, true),
		left ? isNotNull(staff.leftOn) : isNull(staff.leftOn),
		team ? eq(teams.id, team) : undefined,
		name ? sql`${staff.name} like ${like} escape '\\'` : undefined
	);
}

const order = [inAnyCase(services.name), inAnyCase(teams.name), inAnyCase(staff.name), staff.id];

function read(db: Database, person: Person, filters: StaffFilters, { after, before }: Place<string>, limit: number) {
	const start = after ?? before;
	const here = sql`(select v.name collate nocase, t.name collate nocase, s.name collate nocase, s.id from staff_member s join team t on t.id = s.team_id join service v on v.id = t.service_id where s.id = ${start})`;
	const key = sql`(${sql.join(order, sql`, `)})`;
	const beyond = start === undefined ? undefined : before === undefined ? sql`${key} > ${here}` : sql`${key} < ${here}`;
	// told in which order to read: services by name, their teams, and those in them, so that nothing is sorted
	return db
		.select(staffColumns)
		.from(services)
		.crossJoin(teams)
		.crossJoin(staff)
		.where(and(eq(teams.serviceId, services.id), eq(staff.teamId, teams.id), narrowed(person, filters), beyond))
		.orderBy(...order.map((by) => (before === undefined ? asc(by) : desc(by))))
		.limit(limit)
		.all();
}

/** The advisors a person may see results of, by service, team and name, never by their scores: fifty a page. */
export const advisorsListed = (db: Database, person: Person, filters: StaffFilters, place: Place<string>) =>
	paged(read(db, person, filters, place, pageSize + 1), place, ({ id }) => id);

/** How many the filters leave. */
export const countAdvisors = (db: Database, person: Person, filters: StaffFilters): number =>
	db.select({ n: count() }).from(staff).innerJoin(teams, eq(teams.id, staff.teamId)).where(narrowed(person, filters)).get()?.n ?? 0;

/** The list as a table to take away, all its pages. */
export const advisorsTable = (db: Database, person: Person, filters: StaffFilters) => ({
	name: 'Advisors',
	columns: [
		{ key: 'name', label: 'Advisor', kind: 'text' as const, width: 30 },
		{ key: 'jobTitle', label: 'Job title', kind: 'text' as const, width: 30 },
		{ key: 'team', label: 'Team', kind: 'text' as const, width: 30 },
		{ key: 'service', label: 'Service', kind: 'text' as const, width: 30 },
		{ key: 'leftOn', label: 'Left on', kind: 'day' as const }
	],
	rows: everyRow(
		(place: Place<string>, limit) => read(db, person, filters, place, limit),
		({ id }) => id
	)
});
