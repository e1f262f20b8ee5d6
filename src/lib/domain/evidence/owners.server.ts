import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { grants, people } from '#lib/domain/access/tables.ts';
import { assessments, handovers } from '#lib/domain/assessments/tables.ts';
import { teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';

export type Owner = { id: string; name: string; jobTitle: string };

/**
 * The people who could own the evidence of these services, by name: those with a role in one of them or its teams,
 * those who were handed one of their criteria, and whoever is in `also` (the person themselves, the owner there is).
 */
export function possibleOwners(db: Database, serviceIds: readonly string[], also: readonly { id: string }[]): Owner[] {
	const withRole = db
		.select({ id: grants.personId })
		.from(grants)
		.leftJoin(teams, eq(teams.id, grants.teamId))
		.where(or(inArray(grants.serviceId, [...serviceIds]), inArray(teams.serviceId, [...serviceIds])));
	const handed = db
		.select({ id: handovers.personId })
		.from(handovers)
		.innerJoin(assessments, eq(assessments.id, handovers.assessmentId))
		.where(inArray(assessments.serviceId, [...serviceIds]));
	const named = JSON.stringify(also.map(({ id }) => id));
	return db
		.select({ id: people.id, name: people.name, jobTitle: people.jobTitle })
		.from(people)
		.where(
			and(
				isNull(people.deactivatedAt),
				or(sql`${people.id} in ${withRole}`, sql`${people.id} in ${handed}`, sql`${people.id} in (select value from json_each(${named}))`)
			)
		)
		.orderBy(asc(people.name))
		.all();
}
