import { eq } from 'drizzle-orm';
import { can, type Thing } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { journeys, journeyServices, journeyTeam } from './tables.ts';

/** A journey with what the rules need to know about it. */
export type Journey = typeof journeys.$inferSelect & { serviceName: string; crosses: string[]; team: string[] };

/** What the rules look at. */
export const thingOf = ({ serviceId, crosses, team, state }: Journey): Thing => ({ serviceId, crosses, team, status: state });

/** The journey whoever asks, for what has looked it up through the person before; undefined where there is none. */
export function journeyById(db: Database, id: string): Journey | undefined {
	const found = db
		.select({ journey: journeys, serviceName: services.name })
		.from(journeys)
		.innerJoin(services, eq(services.id, journeys.serviceId))
		.where(eq(journeys.id, id))
		.get();
	if (!found) return undefined;
	const crosses = db.select({ id: journeyServices.serviceId }).from(journeyServices).where(eq(journeyServices.journeyId, id)).all();
	const team = db.select({ id: journeyTeam.personId }).from(journeyTeam).where(eq(journeyTeam.journeyId, id)).all();
	return {
		...found.journey,
		serviceName: found.serviceName,
		crosses: crosses.map(({ id }) => id),
		team: team.map(({ id }) => id)
	};
}

/** The journey, where the person may see it; else 404. DOMAIN section 1. */
export function journeySeen(db: Database, person: Person, id: string): Journey {
	const journey = journeyById(db, id);
	return journey && can(person, 'see journey', thingOf(journey)) ? journey : notFound();
}

/** The journey, where the person may work on its review; 404 where it is out of sight, 403 where it can only be read. */
export function journeyToReview(db: Database, person: Person, id: string): Journey {
	const journey = journeySeen(db, person, id);
	mustBeAble(person, 'review journey', thingOf(journey));
	return journey;
}
