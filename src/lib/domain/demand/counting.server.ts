import { and, count, desc, eq, isNull, max, min, sql } from 'drizzle-orm';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import type { Database } from '#lib/server/database.ts';
import { demandSteps } from './steps.ts';
import { summarise, type Counted, type DemandSummary } from './summary.ts';
import { contacts } from './tables.ts';
import { listeningOf } from './yearly.ts';

/** The contacts of a journey that stand in its log. */
export const inLog = (journeyId: string) => and(eq(contacts.journeyId, journeyId), isNull(contacts.removedAt));

/** What the demand log of a journey holds, counted by the database: a few rows however long the log is. */
export function countedOf(db: Database, journeyId: string): Counted {
	const heard = db
		.select({ first: min(contacts.heardOn), last: max(contacts.heardOn) })
		.from(contacts)
		.where(inLog(journeyId))
		.get();
	return {
		listening: listeningOf(heard?.first ?? null, heard?.last ?? null),
		bySteps: db
			.select({ stepId: contacts.stepId, kind: contacts.kind, count: count() })
			.from(contacts)
			.where(inLog(journeyId))
			.groupBy(contacts.stepId, contacts.kind)
			.all(),
		failures: db
			.select({ type: sql<string>`min(${contacts.type})`, channel: contacts.channel, count: count() })
			.from(contacts)
			.where(and(inLog(journeyId), eq(contacts.kind, 'failure')))
			.groupBy(inAnyCase(contacts.type), contacts.channel)
			.all()
	};
}

/** What one contact costs, in pence, by channel, where the council has said. */
export const channelCostsOf = (db: Database): Map<Channel, number> =>
	new Map(
		db
			.select({ channel: channelCosts.channel, pence: channelCosts.pence })
			.from(channelCosts)
			.all()
			.map(({ channel, pence }) => [channel, pence])
	);

/** The demand log of a journey summed by step and by type, with yearly volume and cost. DOMAIN section 4. */
export const demandSummaryOf = (db: Database, journeyId: string): DemandSummary =>
	summarise(countedOf(db, journeyId), demandSteps(mapOf(db, journeyId, 'as-is')), channelCostsOf(db));

/** The types used before in a journey, commonest first: what a new contact is offered. */
export const typesUsed = (db: Database, journeyId: string): string[] =>
	db
		.select({ type: sql<string>`min(${contacts.type})` })
		.from(contacts)
		.where(inLog(journeyId))
		.groupBy(inAnyCase(contacts.type))
		.orderBy(desc(count()), inAnyCase(contacts.type))
		.limit(200)
		.all()
		.map(({ type }) => type);
