import { and, inArray, isNull } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

const open = (db: Database, ids: 'all' | string[]) =>
	db
		.select({ value: services.id, label: services.name })
		.from(services)
		.where(and(isNull(services.closedOn), ids === 'all' ? undefined : inArray(services.id, ids)))
		.orderBy(inAnyCase(services.name))
		.all();

/** The open services for which a person may start a review, by name, as choices of a field. DOMAIN section 1. */
export function servicesToStart(db: Database, person: Person) {
	const ids = servicesWhere(person, 'start journey');
	return ids === 'all' || ids.length ? open(db, ids) : [];
}

/** Every open service, by name: what a journey can cross. */
export const servicesToCross = (db: Database) => open(db, 'all');
