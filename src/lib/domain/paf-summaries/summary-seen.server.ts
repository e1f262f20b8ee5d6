import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { can, servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { structureStamp } from '#lib/domain/organisation/stamp.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';

const prepared = keptPerDatabase((db) => ({
	team: db
		.select({ id: teams.id, name: teams.name, serviceId: services.id, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(eq(teams.id, sql.placeholder('id')))
		.prepare(),
	service: db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(eq(services.id, sql.placeholder('id')))
		.prepare()
}));

/** A team whose summary the person may see; 404 otherwise. DOMAIN section 1. */
export function teamSummarised(db: Database, person: Person, id: string) {
	const found = prepared(db).team.get({ id });
	return found && can(person, 'see PAF summary', { serviceId: found.serviceId, teamId: found.id }) ? found : notFound();
}

/** A service whose summary the person may see; 404 otherwise. */
export function serviceSummarised(db: Database, person: Person, id: string) {
	const found = prepared(db).service.get({ id });
	return found && can(person, 'see PAF summary', { serviceId: found.id }) ? found : notFound();
}

/** The teams with advisors whose summaries the person may see, with their services, by name; those of a service, or all. */
export function teamsSummarised(db: Database, person: Person, serviceId?: string) {
	const over = servicesWhere(person, 'see PAF summary');
	const led = teamsWhere(person, 'see PAF summary');
	const name = JSON.stringify(['teams summarised', over, led, serviceId]);
	return keptByStamp(db, name, structureStamp(db), () => teamsAmong(db, over, led, serviceId)).map((team) => ({
		...team,
		serviceSeen: can(person, 'see PAF summary', { serviceId: team.serviceId })
	}));
}

function teamsAmong(db: Database, over: 'all' | string[], led: string[], serviceId?: string) {
	const mine = over === 'all' ? undefined : or(inArray(teams.serviceId, over), inArray(teams.id, led));
	return db
		.select({ id: teams.id, name: teams.name, serviceId: services.id, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(mine, isNull(teams.closedOn), serviceId ? eq(services.id, serviceId) : undefined))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all();
}

/** Whether the person sees the summary of the whole council. */
export const seesCouncilSummary = (person: Person): boolean => can(person, 'see PAF summary');
