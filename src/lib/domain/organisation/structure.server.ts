import { and, asc, count, countDistinct, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { directorates, services, staff, teams } from './tables.ts';
import { unitTables } from './unit-finding.server.ts';
import type { UnitKind } from './unit.ts';

/** Services a directorate shows in the tree; the others are on its own page, so that the page stays short. */
const shownInTree = 30;
const pageSize = 50;

const here = and(eq(staff.teamId, teams.id), isNull(staff.leftOn));
const openTeams = and(eq(teams.serviceId, services.id), isNull(teams.closedOn));

/** How many open services and teams and how many staff each directorate has, by name; closed ones only when asked for. */
const directoratesWithCounts = (db: Database, closed: boolean) =>
	db
		.select({
			id: directorates.id,
			name: directorates.name,
			closedOn: directorates.closedOn,
			services: countDistinct(services.id),
			teams: countDistinct(teams.id),
			staff: countDistinct(staff.id)
		})
		.from(directorates)
		.leftJoin(services, and(eq(services.directorateId, directorates.id), isNull(services.closedOn)))
		.leftJoin(teams, openTeams)
		.leftJoin(staff, here)
		.where(closed ? undefined : isNull(directorates.closedOn))
		.groupBy(directorates.id)
		.orderBy(asc(inAnyCase(directorates.name)))
		.all();

/** The first services of every directorate. */
const firstServices = (db: Database, closed: boolean) =>
	db
		.select({
			id: services.id,
			directorateId: services.directorateId,
			name: services.name,
			kind: services.kind,
			closedOn: services.closedOn,
			place: sql<number>`row_number() over (partition by ${services.directorateId} order by ${inAnyCase(services.name)})`.as('place')
		})
		.from(services)
		.where(closed ? undefined : isNull(services.closedOn))
		.as('ranked');

function grouped<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
	return groups;
}

/** The council's structure as a tree with counts: directorates, their first services, and the teams of those. */
export function structureOf(db: Database, closed = false) {
	const ranked = firstServices(db, closed);
	const shown = db.select().from(ranked).where(lte(ranked.place, shownInTree)).orderBy(asc(ranked.place)).all();
	const theirTeams = db
		.select({ id: teams.id, serviceId: teams.serviceId, name: teams.name, closedOn: teams.closedOn, staff: count(staff.id) })
		.from(ranked)
		.innerJoin(teams, eq(teams.serviceId, ranked.id))
		.leftJoin(staff, here)
		.where(and(lte(ranked.place, shownInTree), closed ? undefined : isNull(teams.closedOn)))
		.groupBy(teams.id)
		.orderBy(asc(inAnyCase(teams.name)))
		.all();
	const teamsOf = grouped(theirTeams, ({ serviceId }) => serviceId);
	const servicesOf = grouped(shown, ({ directorateId }) => directorateId);
	return directoratesWithCounts(db, closed).map((directorate) => ({
		...directorate,
		shown: (servicesOf.get(directorate.id) ?? []).map((service) => ({ ...service, teams: teamsOf.get(service.id) ?? [] }))
	}));
}
export type StructureTree = ReturnType<typeof structureOf>;

/** How many directorates, services and teams are open. */
export const structureTotals = (db: Database) => {
	const open = (kind: UnitKind) => {
		const table = unitTables[kind];
		return db.select({ n: count() }).from(table).where(isNull(table.closedOn)).get()!.n;
	};
	return { directorates: open('directorate'), services: open('service'), teams: open('team') };
};

/** The services of a directorate with their counts, 50 at a time by name; `after` is the last name of the page before. */
export function servicesIn(db: Database, directorateId: string, after = '') {
	const rows = db
		.select({
			id: services.id,
			name: services.name,
			kind: services.kind,
			closedOn: services.closedOn,
			teams: countDistinct(teams.id),
			staff: countDistinct(staff.id)
		})
		.from(services)
		.leftJoin(teams, openTeams)
		.leftJoin(staff, here)
		.where(and(eq(services.directorateId, directorateId), gt(inAnyCase(services.name), after)))
		.groupBy(services.id)
		.orderBy(asc(inAnyCase(services.name)))
		.limit(pageSize + 1)
		.all();
	return { rows: rows.slice(0, pageSize), next: rows.length > pageSize ? rows[pageSize - 1]!.name : null };
}

/** The teams of a service with how many work in each. */
export const teamsIn = (db: Database, serviceId: string) =>
	db
		.select({ id: teams.id, name: teams.name, closedOn: teams.closedOn, staff: count(staff.id) })
		.from(teams)
		.leftJoin(staff, here)
		.where(eq(teams.serviceId, serviceId))
		.groupBy(teams.id)
		.orderBy(asc(inAnyCase(teams.name)))
		.all();
