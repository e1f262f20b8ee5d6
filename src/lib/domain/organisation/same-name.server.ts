import { and, eq, ne } from 'drizzle-orm';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { refused, type Refused } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Transaction } from '#lib/server/database.ts';
import { directorates, services, teams } from './tables.ts';
import type { UnitKind } from './unit.ts';

const closed = (closedOn: string | null) => (closedOn ? `, closed on ${showDay(closedOn)}. Reopen that one or choose another name` : '');
const taken = (kind: UnitKind, name: string, where: string, closedOn: string | null) =>
	refused('name-taken', `There is already a ${kind} called ${name} in ${where}${closed(closedOn)}`, 'name');

/**
 * Refuses a name that another unit has, in capitals or not, and says where that one is: a directorate's and a service's
 * in the whole council, a team's within its service (`parentId`).
 */
export function sameName(tx: Transaction, kind: UnitKind, name: string, parentId: string | null, id = ''): Refused | null {
	if (kind === 'directorate') {
		const other = tx
			.select({ name: directorates.name, closedOn: directorates.closedOn })
			.from(directorates)
			.where(and(eq(inAnyCase(directorates.name), name), ne(directorates.id, id)))
			.get();
		return other ? taken(kind, other.name, 'the council', other.closedOn) : null;
	}
	if (kind === 'service') {
		const other = tx
			.select({ name: services.name, closedOn: services.closedOn, where: directorates.name })
			.from(services)
			.innerJoin(directorates, eq(directorates.id, services.directorateId))
			.where(and(eq(inAnyCase(services.name), name), ne(services.id, id)))
			.get();
		return other ? taken(kind, other.name, other.where, other.closedOn) : null;
	}
	const other = tx
		.select({ name: teams.name, closedOn: teams.closedOn, where: services.name })
		.from(teams)
		.innerJoin(services, eq(services.id, teams.serviceId))
		.where(and(eq(teams.serviceId, parentId ?? ''), eq(inAnyCase(teams.name), name), ne(teams.id, id)))
		.get();
	return other ? taken(kind, other.name, other.where, other.closedOn) : null;
}
