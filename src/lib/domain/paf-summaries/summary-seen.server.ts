import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { can, servicesWhere, teamsWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

/** A team whose summary the person may see; 404 otherwise. DOMAIN section 1. */
export function teamSummarised(db: Database, person: Person, id: string) {
	const found = db
		.select({ id: teams.id, name: teams.name, serviceId: services.id, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(eq(teams.id, id))
		.get();
	return found && can(person, 'see PAF summary', { serviceId: found.serviceId, teamId: found.id }) ? found : notFound();
}

/** A service whose summary the person may see; 404 otherwise. */
export function serviceSummarised(db: Database, person: Person, id: string) {
	const found = db.select({ id: services.id, name: services.name }).from(services).where(eq(services.id, id)).get();
	return found && can(person, 'see PAF summary', { serviceId: found.id }) ? found : notFound();
}

/** The teams with advisors whose summaries the person may see, with their services, by name; those of a service, or all. */
export function teamsSummarised(db: Database, person: Person, serviceId?: string) {
	const over = servicesWhere(person, 'see PAF summary');
	const led = teamsWhere(person, 'see PAF summary');
	const mine = over === 'all' ? undefined : or(inArray(teams.serviceId, over), inArray(teams.id, led));
	return db
		.select({ id: teams.id, name: teams.name, serviceId: services.id, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(mine, isNull(teams.closedOn), serviceId ? eq(services.id, serviceId) : undefined))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all()
		.map((team) => ({ ...team, serviceSeen: can(person, 'see PAF summary', { serviceId: team.serviceId }) }));
}

/** Whether the person sees the summary of the whole council. */
export const seesCouncilSummary = (person: Person): boolean => can(person, 'see PAF summary');
