import { and, asc, eq, gt } from 'drizzle-orm';
import { staff, staffMoves, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

export type Placed = { staffId: string; name: string; payrollNumber: string; leftOn: string | null; personId: string | null };
export type Placing = {
	byPayroll: Map<string, Placed>;
	/** By name in small letters; several people may have one. */
	byName: Map<string, Placed[]>;
	/** The team and service of a member of staff on a day. */
	on: (staffId: string, day: string) => { teamId: string; serviceId: string };
};

/** All staff with where they were on any day: whoever moved was in the old team until the day before. In three queries. */
export function placingOf(db: Database): Placing {
	const serviceOf = new Map(
		db
			.select({ id: teams.id, serviceId: teams.serviceId })
			.from(teams)
			.all()
			.map(({ id, serviceId }) => [id, serviceId])
	);
	const all = db.select().from(staff).all();
	const moves = grouped(db.select().from(staffMoves).orderBy(asc(staffMoves.movedOn), asc(staffMoves.id)).all(), ({ staffId }) => staffId);
	const teamNow = new Map(all.map(({ id, teamId }) => [id, teamId]));
	const placed = all.map(({ id, name, payrollNumber, leftOn, personId }) => ({ staffId: id, name, payrollNumber, leftOn, personId }));
	return {
		byPayroll: new Map(placed.map((one) => [one.payrollNumber.toLowerCase(), one])),
		byName: grouped(placed, ({ name }) => name.toLowerCase()),
		on(staffId, day) {
			const teamId = moves.get(staffId)?.find(({ movedOn }) => movedOn > day)?.fromTeamId ?? teamNow.get(staffId) ?? '';
			return { teamId, serviceId: serviceOf.get(teamId) ?? '' };
		}
	};
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	return groups;
}

/** The team and service of one member of staff on a day. */
export function placeOn(db: Database, staffId: string, day: string): { teamId: string; serviceId: string } | undefined {
	const later = db
		.select({ teamId: staffMoves.fromTeamId })
		.from(staffMoves)
		.where(and(eq(staffMoves.staffId, staffId), gt(staffMoves.movedOn, day)))
		.orderBy(asc(staffMoves.movedOn), asc(staffMoves.id))
		.get();
	const teamId = later?.teamId ?? db.select({ teamId: staff.teamId }).from(staff).where(eq(staff.id, staffId)).get()?.teamId;
	if (!teamId) return undefined;
	return db.select({ teamId: teams.id, serviceId: teams.serviceId }).from(teams).where(eq(teams.id, teamId)).get();
}
