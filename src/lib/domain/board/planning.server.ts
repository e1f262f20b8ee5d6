import { and, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Meeting } from './finding.server.ts';
import { refusedDay } from './meeting-day.ts';
import { boardNow, invite } from './members.server.ts';
import { openMeeting } from './open-meeting.server.ts';
import { agendaItems, decisions, meetings } from './tables.ts';

export type MeetingDetails = { heldOn: string; startsAt: string; place: string };

const labels = { heldOn: 'Day', startsAt: 'Time', place: 'Place' };

/**
 * Plans a meeting of the board with everybody who is on it today, and the quorum as it is set today. Refused for a day in
 * the past, and while nobody is on the board. Gives its number. DOMAIN section 4.
 */
export function planMeeting(db: Database, person: Person, details: MeetingDetails, today: string): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const past = refusedDay(details.heldOn, today);
		if (past) return past;
		const members = boardNow(tx);
		if (!members.length) return refused('no-members', 'Nobody is a member of the board. The administrator gives the role first.');
		const last = tx
			.select({ number: sql<number | null>`max(${meetings.number})` })
			.from(meetings)
			.get();
		const meeting = { ...details, number: (last?.number ?? 0) + 1, quorum: councilOf(tx)?.boardQuorum ?? 3 };
		const { id } = tx.insert(meetings).values(meeting).returning({ id: meetings.id }).get();
		invite(tx, id, members);
		record(tx, person, `planned meeting ${meeting.number} of the board`, { kind: 'meeting', id }, changesOf({}, { ...meeting, members }));
		return done({ number: meeting.number });
	});
}

/** Changes when and where a planned meeting is: never to a day in the past, and not its day once it has decided something. */
export function changeMeeting(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ version, ...details }: MeetingDetails & { version: number },
	today: string
): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting);
		if (!open.ok) return open;
		const stands = open.meeting;
		const thing = { kind: 'meeting', id: meeting.id };
		if (stands.version !== version) return staleSave(tx, thing, stands, details, labels);
		const past = refusedDay(details.heldOn, today, stands.heldOn);
		if (past) return past;
		if (details.heldOn !== stands.heldOn && hasDecided(tx, meeting.id))
			return refused('decided', 'Decisions are recorded at this meeting, so its day stays', 'heldOn');
		const changes = changesOf<MeetingDetails>(stands, details);
		if (!Object.keys(changes).length) return done();
		tx.update(meetings)
			.set({ ...details, version: version + 1 })
			.where(and(eq(meetings.id, meeting.id), eq(meetings.version, version)))
			.run();
		record(tx, person, `changed meeting ${stands.number}`, thing, changes);
		return done();
	});
}

/** Whether anything was decided at a meeting. */
export const hasDecided = (db: Database, meetingId: string): boolean =>
	!!db
		.select({ id: decisions.id })
		.from(decisions)
		.innerJoin(agendaItems, eq(agendaItems.id, decisions.itemId))
		.where(eq(agendaItems.meetingId, meetingId))
		.limit(1)
		.get();

/** Cancels a planned meeting: what is on its agenda waits for the board again. Refused once it has decided something. */
export function cancelMeeting(db: Database, person: Person, meeting: Meeting, version: number): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		if (hasDecided(tx, meeting.id))
			return refused('decided', 'Decisions are recorded at this meeting, so it cannot be cancelled. Close it instead.');
		tx.update(meetings)
			.set({ state: 'cancelled', version: version + 1 })
			.where(and(eq(meetings.id, meeting.id), eq(meetings.version, version)))
			.run();
		record(
			tx,
			person,
			`cancelled meeting ${meeting.number}`,
			{ kind: 'meeting', id: meeting.id },
			changesOf({ state: 'planned' }, { state: 'cancelled' })
		);
		return done();
	});
}
