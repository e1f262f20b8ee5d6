import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Meeting } from './finding.server.ts';
import { openMeeting } from './open-meeting.server.ts';
import { meetings } from './tables.ts';

/** Saves what else the minutes say, from the meeting's day on. What was decided is not theirs to change. */
export function saveMinutes(
	db: Database,
	person: Person,
	{ id }: Meeting,
	{ minutes, version }: { minutes: string; version: number },
	today: string
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const meeting = tx.select().from(meetings).where(eq(meetings.id, id)).get();
		if (!meeting || meeting.state === 'cancelled') return refused('cancelled', 'This meeting was cancelled: it has no minutes.');
		if (today < meeting.heldOn)
			return refused('too-early', `The meeting is on ${showDay(meeting.heldOn)}. Its minutes are written from that day on.`);
		const thing = { kind: 'meeting', id };
		if (meeting.version !== version) return staleSave(tx, thing, meeting, { minutes }, { minutes: 'Minutes' });
		const changes = changesOf<{ minutes: string }>(meeting, { minutes });
		if (!Object.keys(changes).length) return done({ version });
		tx.update(meetings)
			.set({ minutes, version: version + 1 })
			.where(and(eq(meetings.id, id), eq(meetings.version, version)))
			.run();
		record(tx, person, `wrote the minutes of meeting ${meeting.number}`, thing, changes);
		return done({ version: version + 1 });
	});
}

/**
 * Closes a meeting that was held: agenda, members, views and decisions stay as they are from now on, and what it did not
 * decide waits for the board again. Refused before its day.
 */
export function closeMeeting(db: Database, person: Person, meeting: Meeting, version: number, today: string): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		const { heldOn, number } = open.meeting;
		if (today < heldOn) return refused('too-early', `The meeting is on ${showDay(heldOn)}. It can be closed on that day or after it.`);
		tx.update(meetings)
			.set({ state: 'held', version: version + 1 })
			.where(and(eq(meetings.id, meeting.id), eq(meetings.version, version)))
			.run();
		record(tx, person, `closed meeting ${number}`, { kind: 'meeting', id: meeting.id }, changesOf({ state: 'planned' }, { state: 'held' }));
		return done();
	});
}
