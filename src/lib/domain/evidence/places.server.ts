import { and, asc, inArray, isNull } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

/** The open services to whose library this person may add evidence, by name. */
export function servicesToKeepFor(db: Database, person: Person): { id: string; name: string }[] {
	const may = servicesWhere(person, 'keep evidence');
	return db
		.select({ id: services.id, name: services.name })
		.from(services)
		.where(and(isNull(services.closedOn), may === 'all' ? undefined : inArray(services.id, may)))
		.orderBy(asc(services.name))
		.all();
}
