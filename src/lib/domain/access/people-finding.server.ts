import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { grants, invitations, people } from './tables.ts';

/** A person as administrators see them, deactivated or not; undefined when there is none. Never their password. */
export function personForAdministrator(db: Database, id: string) {
	return db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			jobTitle: people.jobTitle,
			/** Whether they ever chose a password: until then they cannot sign in. */
			hasPassword: sql<boolean>`${people.passwordHash} is not null`.mapWith(Boolean),
			deactivatedAt: people.deactivatedAt,
			version: people.version
		})
		.from(people)
		.where(eq(people.id, id))
		.get();
}
export type PersonForAdministrator = NonNullable<ReturnType<typeof personForAdministrator>>;

/** The roles of a person with the names of what each is over. */
export const grantsOf = (db: Database, personId: string) =>
	db
		.select({
			id: grants.id,
			role: grants.role,
			serviceId: grants.serviceId,
			service: services.name,
			serviceClosedOn: services.closedOn,
			teamId: grants.teamId,
			team: teams.name
		})
		.from(grants)
		.leftJoin(services, eq(services.id, grants.serviceId))
		.leftJoin(teams, eq(teams.id, grants.teamId))
		.where(eq(grants.personId, personId))
		.orderBy(asc(grants.role), asc(services.name), asc(teams.name))
		.all();
export type GrantWithNames = ReturnType<typeof grantsOf>[number];

/** The one-time link that still works, without its secret: when it runs out, in milliseconds. */
export function openInvitation(db: Database, personId: string, now: number): { expiresAt: number } | null {
	const open = and(eq(invitations.personId, personId), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
	return db.select({ expiresAt: invitations.expiresAt }).from(invitations).where(open).get() ?? null;
}
