import { inArray } from 'drizzle-orm';
import { fewestPeople } from '#lib/domain/paf-summaries/gate.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { lastDayOf, showPeriod } from './period.ts';

type Unit = { name: string; closedOn: string | null };

/** What is known of the services and teams that values speak of, each in one query. */
export function unitsOf(db: Database, teamIds: readonly string[]) {
	const people = new Map<string, (string | null)[]>();
	const asked = teamIds.length
		? db
				.select({ teamId: staff.teamId, leftOn: staff.leftOn })
				.from(staff)
				.where(inArray(staff.teamId, [...teamIds]))
				.all()
		: [];
	for (const { teamId, leftOn } of asked) people.set(teamId, [...(people.get(teamId) ?? []), leftOn]);
	const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
	return {
		services: byId(db.select({ id: services.id, name: services.name, closedOn: services.closedOn }).from(services).all()),
		teams: byId(db.select({ id: teams.id, name: teams.name, serviceId: teams.serviceId, closedOn: teams.closedOn }).from(teams).all()),
		/** When each member of staff of a team left, null for who is there; nothing for a team whose people are not known here. */
		people
	};
}
export type Units = ReturnType<typeof unitsOf>;

const closedBefore = (unit: Unit | null | undefined, period: string) => !!unit?.closedOn && unit.closedOn <= `${period}-01`;

type PlaceInMonth = { serviceId: string | null; teamId: string | null; period: string };
type PlaceFault = { field: 'place' | 'team'; text: string };

/** Why a service or team has no value in a month: there is none, or it was closed by then. Null where it may have one. */
export function placeFault({ serviceId, teamId, period }: PlaceInMonth, units: Units): PlaceFault | null {
	const service = serviceId === null ? null : units.services.get(serviceId);
	if (service === undefined) return { field: 'place', text: 'There is no such service' };
	const closed = (unit: Unit) => `${unit.name} was closed before ${showPeriod(period)} began, so it has no value then`;
	if (service && closedBefore(service, period)) return { field: 'place', text: closed(service) };
	if (teamId === null) return null;
	const team = units.teams.get(teamId);
	if (!team || team.serviceId !== serviceId) return { field: 'team', text: 'There is no such team of this service' };
	return closedBefore(team, period) ? { field: 'team', text: closed(team) } : null;
}

/**
 * That a team is too small to be measured: fewer than five of its people are known here, so its value would be one of persons,
 * which no measure is. Null for a team of five or more, and for one whose people nobody has entered. DOMAIN sections 5.2 and 7.
 */
export function tooFewPeople({ teamId, period }: PlaceInMonth, units: Units): PlaceFault | null {
	const team = units.teams.get(teamId ?? '');
	if (!team) return null;
	const known = units.people.get(team.id);
	const people = known?.filter((leftOn) => leftOn === null || leftOn > lastDayOf(period)).length ?? fewestPeople;
	if (people >= fewestPeople) return null;
	const many = people === 1 ? '1 person' : `${people} people`;
	return {
		field: 'team',
		text: `${team.name} has ${many}. A value of a team of fewer than ${fewestPeople} would be one of persons: enter it for the service`
	};
}
