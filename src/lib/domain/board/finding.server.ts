import { and, eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { agendaItems, meetings } from './tables.ts';

export type Meeting = typeof meetings.$inferSelect;
export type Item = typeof agendaItems.$inferSelect;

const isNumber = (text: string) => /^[1-9]\d{0,8}$/.test(text);

/** A meeting by its number as it is in an address, where the person may see the board; else 404. DOMAIN section 1. */
export function meetingSeen(db: Database, person: Person, number: string): Meeting {
	if (!can(person, 'see board') || !isNumber(number)) notFound();
	return (
		db
			.select()
			.from(meetings)
			.where(eq(meetings.number, Number(number)))
			.get() ?? notFound()
	);
}

/** A meeting that the person may prepare and minute; 404 where it is out of sight, 403 where it can only be read. */
export function meetingToRun(db: Database, person: Person, number: string): Meeting {
	const meeting = meetingSeen(db, person, number);
	mustBeAble(person, 'run board', {});
	return meeting;
}

/** An item of a meeting's agenda; 404 where it is not on it. */
export const itemOf = (db: Database, meeting: Pick<Meeting, 'id'>, id: string): Item =>
	db
		.select()
		.from(agendaItems)
		.where(and(eq(agendaItems.id, id), eq(agendaItems.meetingId, meeting.id)))
		.get() ?? notFound();
