import { and, eq, isNull, sql } from 'drizzle-orm';
import { keptPerDatabase, type Database } from '#lib/server/database.ts';
import type { Person } from './person.ts';
import { grants, people } from './tables.ts';

const prepared = keptPerDatabase((db) =>
	db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			jobTitle: people.jobTitle,
			role: grants.role,
			serviceId: grants.serviceId,
			teamId: grants.teamId
		})
		.from(people)
		.leftJoin(grants, eq(grants.personId, people.id))
		.where(and(eq(people.id, sql.placeholder('id')), isNull(people.deactivatedAt)))
		.prepare()
);

/** A person with their grants, unless they are deactivated or unknown. */
export function personById(db: Database, id: string): Person | null {
	const rows = prepared(db).all({ id });
	const first = rows[0];
	if (!first) return null;
	return {
		id: first.id,
		name: first.name,
		email: first.email,
		jobTitle: first.jobTitle,
		grants: rows.flatMap(({ role, serviceId, teamId }) => (role ? [{ role, serviceId, teamId }] : []))
	};
}
