import { eq } from 'drizzle-orm';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import type { Person } from './person.ts';
import { grants } from './tables.ts';

/** A person's roles with what each is over: 'Service manager: Housing repairs'. */
export function grantsInWords(db: Database, person: Pick<Person, 'id'>): string[] {
	return db
		.select({ role: grants.role, service: services.name, team: teams.name })
		.from(grants)
		.leftJoin(services, eq(services.id, grants.serviceId))
		.leftJoin(teams, eq(teams.id, grants.teamId))
		.where(eq(grants.personId, person.id))
		.orderBy(grants.role, services.name, teams.name)
		.all()
		.map(({ role, service, team }) => {
			const over = service ?? team;
			return role.charAt(0).toUpperCase() + role.slice(1) + (over ? `: ${over}` : '');
		});
}
