import { eq } from 'drizzle-orm';
import { servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';
import { journeyTeam } from './tables.ts';

/** Whether the person sees journeys at all, by a role or in a team. */
export function seesJourneys(db: Database, person: Person): boolean {
	if (servicesWhere(person, 'see journey').length) return true;
	return !!db.select({ id: journeyTeam.journeyId }).from(journeyTeam).where(eq(journeyTeam.personId, person.id)).limit(1).get();
}

/** Holds that the person sees journeys at all; to anybody else what goes with them does not exist. */
export function someJourneySeen(db: Database, person: Person): void {
	if (!seesJourneys(db, person)) notFound();
}
