import { and, eq, isNull, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { keepFirstToolkit } from '#lib/domain/toolkit/loading.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { faultsIn, type JourneyDetails } from './details.ts';
import { journeys, journeyServices, journeyTeam } from './tables.ts';

/** What a review can begin with that the page of a new one does not ask for. */
export type TakenOver = Pick<typeof journeys.$inferSelect, 'followsId' | 'sponsorId' | 'startsWhere' | 'endsWhere'>;

/**
 * Starts the review of a journey under the next number, held by the toolkit as it now stands. Whoever starts it is the
 * first of its team, and its leading service the first it crosses. Refused where the dates are out of order, the service
 * is closed or not one for which the person may start. `takenOver` is what comes from a former review. Gives the journey's id. DOMAIN section 4.
 */
export function startJourney(
	db: Database,
	person: Person,
	details: JourneyDetails,
	takenOver: Partial<TakenOver> = {}
): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		const fault = faultsIn(details)[0];
		if (fault) return refused('fault', fault.text, fault.field);
		if (!can(person, 'start journey', { serviceId: details.serviceId }))
			return refused('not-yours', 'Choose a service for which you may start a review', 'serviceId');
		const service = tx
			.select({ id: services.id })
			.from(services)
			.where(and(eq(services.id, details.serviceId), isNull(services.closedOn)))
			.get();
		if (!service) return refused('closed-service', 'Choose a service that is open', 'serviceId');
		const last = tx
			.select({ number: sql<number | null>`max(${journeys.number})` })
			.from(journeys)
			.get();
		const toolkit = keepFirstToolkit(tx);
		if (!toolkit.ok) return toolkit;
		const journey = { ...details, ...takenOver, number: (last?.number ?? 0) + 1, toolkitNumber: toolkit.number, createdBy: person.id };
		const { id, number } = tx.insert(journeys).values(journey).returning({ id: journeys.id, number: journeys.number }).get();
		tx.insert(journeyServices).values({ journeyId: id, serviceId: details.serviceId }).run();
		tx.insert(journeyTeam).values({ journeyId: id, personId: person.id, part: 'started the review' }).run();
		record(tx, person, `started the review of journey ${number}`, { kind: 'journey', id }, changesOf({}, journey));
		return done({ id, number });
	});
}
