import { asc, eq, inArray } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { structureStamp } from '#lib/domain/organisation/stamp.server.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { forbidden, notFound } from '#lib/server/guard.ts';
import { keptByStamp } from '#lib/server/kept-by-stamp.ts';
import { filtersIn } from './filters.ts';
import { measuresInSight, seesService, type Sight } from './finding.server.ts';
import { placeIn, type Place } from './scope.ts';
import type { Whose } from './scope-fields.ts';

type Choice = { value: string; label: string };

const named = (db: Database, ids: 'all' | string[]): Choice[] =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(ids === 'all' ? undefined : inArray(services.id, ids))
		.orderBy(asc(inAnyCase(services.name)))
		.all();

/** The services whose values a person sees, by name; read once until something of the structure is written. */
export const servicesSeen = (db: Database, { services: ids }: Sight): Choice[] =>
	keptByStamp(db, JSON.stringify(['services seen', ids]), structureStamp(db), () => named(db, ids));

/** The teams of a service by name, closed ones too: they had values. None where no service is chosen. */
export const teamsOf = (db: Database, serviceId: string): Choice[] =>
	serviceId
		? db
				.select({ value: teams.id, label: teams.name })
				.from(teams)
				.where(eq(teams.serviceId, serviceId))
				.orderBy(asc(inAnyCase(teams.name)))
				.all()
		: [];

/**
 * Whose figures an address asks for: the council's, those of a service or of a team of it, over all channels or by one; with
 * what could be chosen in its place. 404 for a service out of sight. A team of another service is passed over: somebody chose
 * another service and left the team as it was.
 */
export function whoseAsked(db: Database, sight: Sight, query: URLSearchParams): Whose & { place: Place } {
	const { service, team, channel } = filtersIn(query);
	if (service && !seesService(sight, service)) notFound();
	const choices = teamsOf(db, service);
	const known = choices.some(({ value }) => value === team) ? team : '';
	return {
		service,
		team: known,
		channel,
		services: servicesSeen(db, sight),
		teams: choices,
		place: placeIn({ serviceId: service, teamId: known, channel: channel || null })
	};
}

/** The services a person enters values for, and whether for the council as well. */
export function placesEntered(db: Database, person: Person): { services: Choice[]; council: boolean } {
	const ids = servicesWhere(person, 'enter values');
	return { services: named(db, ids), council: ids === 'all' };
}

/** Whether a person enters values anywhere. */
export function entersValues(person: Person): boolean {
	const ids = servicesWhere(person, 'enter values');
	return ids === 'all' || ids.length > 0;
}

/** To who sees no measures the pages for entering values do not exist; to who only reads them they are closed. */
export function mustEnterValues(db: Database, person: Person): void {
	measuresInSight(db, person);
	if (!entersValues(person)) forbidden();
}
