import { and, asc, inArray, isNull } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { forbidden } from '#lib/server/guard.ts';
import { measuresInSight, type Sight } from './finding.server.ts';

type Choice = { value: string; label: string };

const named = (db: Database, ids: 'all' | string[], openOnly = false): Choice[] =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(and(ids === 'all' ? undefined : inArray(services.id, ids), openOnly ? isNull(services.closedOn) : undefined))
		.orderBy(asc(inAnyCase(services.name)))
		.all();

/** The services whose values a person sees, by name. */
export const servicesSeen = (db: Database, { services: ids }: Sight): Choice[] => named(db, ids);

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
