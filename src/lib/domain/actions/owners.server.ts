import { asc, isNull, sql } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';

/** Somebody who can own an action. `near` is true for who holds a role over its service. */
export type PossibleOwner = { id: string; name: string; jobTitle: string; near: boolean };

/** Everybody who can sign in, by name: any of them can own an action. */
export function possibleOwners(db: Database, serviceId: string | null): PossibleOwner[] {
	return db
		.select({
			id: people.id,
			name: people.name,
			jobTitle: people.jobTitle,
			// a column of one table alone loses its table's name, and in here would be the grant's
			near: sql<number>`exists (select 1 from ${grants} where ${grants.personId} = person.id and ${grants.serviceId} = ${serviceId})`
		})
		.from(people)
		.where(isNull(people.deactivatedAt))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all()
		.map((row) => ({ ...row, near: row.near === 1 }));
}
