import { and, eq, sql } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import type { Channel } from '#lib/domain/journeys/channels.ts';
import { staff } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { monthOf } from './month.ts';
import { placeOn } from './placing.server.ts';
import { interactions } from './tables.ts';

export type InteractionTyped = { reference: string; staffId: string; channel: Channel; at: number; seconds: number | null };

/** Writes down one interaction by hand, with the team and service the advisor was in on its day. */
export function logInteraction(db: Database, person: Person, typed: InteractionTyped): Outcome<{ id: number }> {
	const { reference, staffId, channel, at, seconds } = typed;
	const day = dayOf(at);
	return write(db, (tx) => {
		const member = tx.select().from(staff).where(eq(staff.id, staffId)).get();
		const place = member && placeOn(tx, staffId, day);
		if (!member || !place || !can(person, 'run PAF', place)) return refused('no-advisor', 'Choose the advisor', 'staffId');
		if (at > now()) return refused('future', 'The day and time must be in the past', 'at');
		if (member.leftOn && day > member.leftOn)
			return refused('left', `${member.name} left on ${showDay(member.leftOn)}. Enter an earlier day, or choose another advisor`, 'at');
		const twice = tx.select({ id: interactions.id }).from(interactions).where(eq(interactions.reference, reference)).get();
		if (twice) return refused('twice', `There is an interaction with the reference ${reference} already`, 'reference');
		const values = {
			reference,
			staffId,
			...placeIds(place),
			channel,
			at,
			month: monthOf(day),
			seconds,
			source: 'by hand' as const,
			loggedBy: person.id
		};
		const { id } = tx.insert(interactions).values(values).returning({ id: interactions.id }).get();
		record(tx, person, 'wrote down an interaction', { kind: 'interaction', id: String(id) }, { reference: { from: null, to: reference } });
		return done({ id });
	});
}

const placeIds = ({ teamId, serviceId }: { teamId: string; serviceId: string }) => ({ teamId, serviceId });

/** How many interactions of a month there are of each advisor and channel, by name. */
export const interactionCounts = (db: Database, serviceId: string, month: string) =>
	db
		.select({ staffId: interactions.staffId, name: staff.name, channel: interactions.channel, n: sql<number>`count(*)` })
		.from(interactions)
		.innerJoin(staff, eq(staff.id, interactions.staffId))
		.where(and(eq(interactions.serviceId, serviceId), eq(interactions.month, month)))
		.groupBy(interactions.staffId, interactions.channel)
		.orderBy(staff.name, interactions.channel)
		.all();
