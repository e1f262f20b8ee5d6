import { error } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { mustBeAble, notFound } from '#lib/server/guard.ts';
import { agendaItems, meetingMembers, meetings } from './tables.ts';

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

/** A meeting by its id; 404 where there is none. Whoever asks has seen it. */
export const meetingById = (db: Database, id: string): Meeting => db.select().from(meetings).where(eq(meetings.id, id)).get() ?? notFound();

/** A meeting that the person may prepare and minute; 404 where it is out of sight, 403 where it can only be read. */
export function meetingToRun(db: Database, person: Person, number: string): Meeting {
	const meeting = meetingSeen(db, person, number);
	mustBeAble(person, 'run board', {});
	return meeting;
}

/** A meeting whose chair decides; 404 where it is out of sight, 403 for who is not the chair. */
export function meetingToDecideAt(db: Database, person: Person, number: string): Meeting {
	const meeting = meetingSeen(db, person, number);
	mustBeAble(person, 'decide', {});
	return meeting;
}

/**
 * A meeting to whose items a person says something. Who was asked to it and has left the board since is told so, and not
 * that there is no such meeting; to anybody else who does not see the board there is none. Issue section 6.
 */
export function meetingToTakePartIn(db: Database, person: Person, number: string): Meeting {
	const meeting = isNumber(number)
		? db
				.select()
				.from(meetings)
				.where(eq(meetings.number, Number(number)))
				.get()
		: undefined;
	const wasAsked =
		!!meeting &&
		!!db
			.select({ id: meetingMembers.personId })
			.from(meetingMembers)
			.where(and(eq(meetingMembers.meetingId, meeting.id), eq(meetingMembers.personId, person.id)))
			.get();
	if (!meeting || (!can(person, 'see board') && !wasAsked)) notFound();
	if (!can(person, 'see board')) error(403, 'You are no longer a member of the board, so nothing was recorded');
	// who was asked is told by the capability itself why they have no part any more
	if (!wasAsked) mustBeAble(person, 'give view', {});
	return meeting;
}

/** An item of a meeting's agenda; 404 where it is not on it. */
export const itemOf = (db: Database, meeting: Pick<Meeting, 'id'>, id: string): Item =>
	db
		.select()
		.from(agendaItems)
		.where(and(eq(agendaItems.id, id), eq(agendaItems.meetingId, meeting.id)))
		.get() ?? notFound();
