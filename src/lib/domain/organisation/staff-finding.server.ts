import { and, asc, eq, isNotNull, isNull, ne, notLike } from 'drizzle-orm';
import { people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { staff, teams } from './tables.ts';

const member = {
	id: staff.id,
	teamId: staff.teamId,
	team: teams.name,
	name: staff.name,
	payrollNumber: staff.payrollNumber,
	jobTitle: staff.jobTitle,
	isAdvisor: staff.isAdvisor,
	leftOn: staff.leftOn,
	personId: staff.personId,
	personName: people.name,
	email: people.email,
	version: staff.version
};

const select = (db: Database) =>
	db.select(member).from(staff).innerJoin(teams, eq(teams.id, staff.teamId)).leftJoin(people, eq(people.id, staff.personId));

/** A member of staff with their team and, when joined, the person who signs in. */
export const staffById = (db: Database, id: string) => select(db).where(eq(staff.id, id)).get();
/** The same, looked up through their team. */
export const staffIn = (db: Database, teamId: string, id: string) =>
	select(db)
		.where(and(eq(staff.id, id), eq(staff.teamId, teamId)))
		.get();
export type StaffMember = NonNullable<ReturnType<typeof staffById>>;

/** The staff of a team by name: those who work there, or those who left; not those who were made anonymous since. */
export const staffOf = (db: Database, teamId: string, left = false): StaffMember[] =>
	select(db)
		.where(
			and(eq(staff.teamId, teamId), left ? and(isNotNull(staff.leftOn), notLike(staff.payrollNumber, 'anonymous-%')) : isNull(staff.leftOn))
		)
		.orderBy(asc(inAnyCase(staff.name)))
		.all();

/** Whoever has a payroll number, other than `id`. */
export const staffByPayrollNumber = (db: Database, payrollNumber: string, id = '') =>
	select(db)
		.where(and(eq(staff.payrollNumber, payrollNumber), ne(staff.id, id)))
		.get();

/** The member of staff, still here, whom a person who signs in is joined to. */
export const staffOfPerson = (db: Database, personId: string) =>
	select(db)
		.where(and(eq(staff.personId, personId), isNull(staff.leftOn)))
		.get();
