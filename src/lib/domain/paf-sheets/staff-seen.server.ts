import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { can, servicesWhere, teamsWhere, type Action } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

/** A member of staff with the team and service they are in. */
export const staffColumns = {
	id: staff.id,
	name: staff.name,
	jobTitle: staff.jobTitle,
	leftOn: staff.leftOn,
	aboutId: staff.personId,
	teamId: teams.id,
	team: teams.name,
	serviceId: services.id,
	service: services.name
};
const staffWithTeams = (db: Database) =>
	db.select(staffColumns).from(staff).innerJoin(teams, eq(teams.id, staff.teamId)).innerJoin(services, eq(services.id, teams.serviceId));

/** A member of staff with the team they are in now. */
export type StaffSeen = NonNullable<ReturnType<typeof staffWithTeam>>;
export const staffWithTeam = (db: Database, id: string) => staffWithTeams(db).where(eq(staff.id, id)).get();

/** What the rules of `can` ask about a member of staff. */
export const thingOf = ({ aboutId, teamId, serviceId }: Pick<StaffSeen, 'aboutId' | 'teamId' | 'serviceId'>) => ({
	aboutId,
	teamId,
	serviceId
});

/** A member of staff whose results the person may see: their own, or of a team they lead or manage. 404 otherwise. DOMAIN section 1. */
export function staffSeen(db: Database, person: Person, id: string): StaffSeen {
	const found = staffWithTeam(db, id);
	return found && can(person, 'see staff results', thingOf(found)) ? found : notFound();
}

/** Whether the person may write on the sheet of this member of staff and talk about it with them: who leads their team, never they themselves. */
export const mayLead = (person: Person, member: Pick<StaffSeen, 'aboutId' | 'teamId' | 'serviceId'>): boolean =>
	can(person, 'run one-to-one', thingOf(member)) && member.aboutId !== person.id;

/** The records of the person as a member of staff; one for most, more after they left and came back. */
export const ownStaff = (db: Database, person: Person): StaffSeen[] =>
	staffWithTeams(db)
		.where(eq(staff.personId, person.id))
		.orderBy(sql`${staff.leftOn} is not null`, staff.name)
		.all();

/** What a list of staff is narrowed to, for its WHERE: teams and services over which the person may do `action`. */
export function overStaff(person: Person, action: Action) {
	const over = servicesWhere(person, action);
	const led = teamsWhere(person, action);
	return over === 'all' ? sql`1` : or(inArray(teams.serviceId, over), inArray(teams.id, led));
}

/** The teams over which the person may do `action`, by name: what a list can be narrowed to. */
export const teamsToChoose = (db: Database, person: Person, action: Action) =>
	db
		.select({ value: teams.id, label: teams.name })
		.from(teams)
		.where(and(overStaff(person, action), isNull(teams.closedOn)))
		.orderBy(inAnyCase(teams.name))
		.all();
