import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { servicesAndOwners } from '#lib/domain/organisation/services-and-owners.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { inSight } from './sight.server.ts';
import { evidence } from './tables.ts';

/** The services and owners that a person's library can be narrowed to: those of evidence in their sight, by name. */
export function narrowingChoices(db: Database, person: Person) {
	const some = (column: typeof evidence.serviceId | typeof evidence.ownerId, id: typeof services.id | typeof people.id) =>
		exists(
			db
				.select({ one: sql`1` })
				.from(evidence)
				.where(and(eq(column, id), isNull(evidence.withdrawnAt), inSight(db, person)))
		);
	return servicesAndOwners(db, { services: some(evidence.serviceId, services.id), owners: some(evidence.ownerId, people.id) });
}
