import { desc, eq, lt, and, or, sql, type SQL } from 'drizzle-orm';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { journeyById, thingOf, type Journey } from '#lib/domain/journeys/finding.server.ts';
import { inTeamOf } from '#lib/domain/journeys/narrowing.server.ts';
import { journeys } from '#lib/domain/journeys/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { notFound } from '#lib/server/guard.ts';

const pageSize = 50;

/** A journey whose report the person may read, a viewer once its review is finished; 404 otherwise. DOMAIN section 1. */
export function reportableJourneySeen(db: Database, person: Person, id: string): Journey {
	const journey = journeyById(db, id);
	return journey && can(person, 'see journey report', thingOf(journey)) ? journey : notFound();
}

/** Journeys of a state that cross a service over which the person's grants give their report. */
function ofState(person: Person, status: (typeof journeys.$inferSelect)['state']): SQL | undefined {
	const given = servicesWhere(person, 'see journey report', { status });
	if (given === 'all') return eq(journeys.state, status);
	if (!given.length) return sql`0`;
	const crossed = sql`exists (select 1 from journey_service s where s.journey_id = ${journeys.id}
		and s.service_id in (select value from json_each(${JSON.stringify(given)})))`;
	return and(eq(journeys.state, status), crossed);
}

/** The journeys whose report a person may read, as the condition of a list. */
export const reportableJourneys = (person: Person): SQL =>
	or(inTeamOf(person), ofState(person, 'open'), ofState(person, 'finished'), ofState(person, 'abandoned')) ?? sql`0`;

/** The journeys whose report a person may read, the newest first, fifty a page: `next` is the number to go on after. */
export function journeyReportsSeen(db: Database, person: Person, after: number | null) {
	const found = db
		.select({
			id: journeys.id,
			number: journeys.number,
			words: journeys.words,
			name: journeys.name,
			state: journeys.state,
			closedOn: journeys.closedOn,
			service: services.name
		})
		.from(journeys)
		.innerJoin(services, eq(services.id, journeys.serviceId))
		.where(and(reportableJourneys(person), after === null ? undefined : lt(journeys.number, after)))
		.orderBy(desc(journeys.number))
		.limit(pageSize + 1)
		.all();
	const rows = found.slice(0, pageSize);
	return { rows, next: found.length > pageSize ? (rows.at(-1)?.number ?? null) : null };
}
