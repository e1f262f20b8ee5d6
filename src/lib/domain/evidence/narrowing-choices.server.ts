import { and, asc, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { inSight } from './sight.server.ts';
import { evidence } from './tables.ts';

type Choice = { value: string; label: string };

/** The services and owners that a person's library can be narrowed to: those of evidence in their sight, by name. */
export function narrowingChoices(db: Database, person: Person): { services: Choice[]; owners: Choice[] } {
	const some = (column: typeof evidence.serviceId | typeof evidence.ownerId, id: typeof services.id | typeof people.id) =>
		exists(
			db
				.select({ one: sql`1` })
				.from(evidence)
				.where(and(eq(column, id), isNull(evidence.withdrawnAt), inSight(db, person)))
		);
	return {
		services: db
			.select({ value: services.id, label: services.name })
			.from(services)
			.where(some(evidence.serviceId, services.id))
			.orderBy(asc(services.name))
			.all(),
		owners: db
			.select({ value: people.id, label: people.name })
			.from(people)
			.where(some(evidence.ownerId, people.id))
			.orderBy(asc(people.name))
			.all()
	};
}
