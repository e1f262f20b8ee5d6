import { and, count, eq, isNull, ne, notInArray } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { services, staff, teams } from './tables.ts';
import { count as counted, type UnitKind } from './unit.ts';

const openAssessments = (db: Database, serviceId: string) =>
	db
		.select({ cycle: cycles.name, status: assessments.status })
		.from(assessments)
		.innerJoin(cycles, eq(cycles.id, assessments.cycleId))
		.where(and(eq(assessments.serviceId, serviceId), ne(assessments.status, 'agreed'), isNull(cycles.closedAt)))
		.all();

const openActions = (db: Database, serviceId: string) =>
	db
		.select({ n: count() })
		.from(actions)
		.where(and(eq(actions.serviceId, serviceId), notInArray(actions.status, ['done', 'dropped'])))
		.get()?.n ?? 0;

const names = (units: { name: string }[]) => units.map(({ name }) => name).join(', ');

/** What is still open in a unit and stops its closing: a sentence each, with what to do about it. */
export function dependentsOf(db: Database, kind: UnitKind, id: string): string[] {
	if (kind === 'directorate') {
		const open = db
			.select({ name: services.name })
			.from(services)
			.where(and(eq(services.directorateId, id), isNull(services.closedOn)))
			.all();
		return open.length ? [`${counted(open.length, 'service')} still open: ${names(open)}. Close or move them first.`] : [];
	}
	if (kind === 'team') {
		const n = db
			.select({ n: count() })
			.from(staff)
			.where(and(eq(staff.teamId, id), isNull(staff.leftOn)))
			.get()!.n;
		return n ? [`${counted(n, 'member of staff', 'members of staff')} still in this team. Move them or mark them as left first.`] : [];
	}
	const open = db
		.select({ name: teams.name })
		.from(teams)
		.where(and(eq(teams.serviceId, id), isNull(teams.closedOn)))
		.all();
	const waiting = openActions(db, id);
	return [
		...(open.length ? [`${counted(open.length, 'team')} still open: ${names(open)}. Close or move them first.`] : []),
		...openAssessments(db, id).map(
			({ cycle, status }) => `Its assessment in the cycle ${cycle} is not agreed yet (${status}). Agree it, or close the cycle, first.`
		),
		...(waiting ? [`${counted(waiting, 'action')} not done or dropped. Finish, drop or hand them to another service first.`] : [])
	];
}

/** Who holds a role over a service or a team. Closing leaves it to them: they keep seeing its history. */
export function holdersOf(db: Database, kind: UnitKind, id: string): { personId: string; name: string; role: string }[] {
	if (kind === 'directorate') return [];
	return db
		.select({ personId: people.id, name: people.name, role: grants.role })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(and(eq(kind === 'service' ? grants.serviceId : grants.teamId, id), isNull(people.deactivatedAt)))
		.all();
}
