import { and, asc, eq, isNull } from 'drizzle-orm';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** The services that are open, by name: what feedback and answers to a survey can be about. */
export const servicesToTell = (db: Database): { value: string; label: string }[] =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(isNull(services.closedOn))
		.orderBy(inAnyCase(services.name))
		.all();

export type TeamToTell = { id: string; name: string; serviceId: string; service: string };

/** The teams that are open, of services that are: by service and name. */
export const teamsToTell = (db: Database): TeamToTell[] =>
	db
		.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId, service: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(isNull(teams.closedOn), isNull(services.closedOn)))
		.orderBy(asc(inAnyCase(services.name)), asc(inAnyCase(teams.name)))
		.all();
