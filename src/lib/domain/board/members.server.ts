import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { grants, people } from '#lib/domain/access/tables.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { inAnyCase } from '#lib/server/columns.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Meeting } from './finding.server.ts';
import { nextVersion, openMeeting } from './open-meeting.server.ts';
import type { Seat } from './quorum.ts';
import { interests, meetingMembers } from './tables.ts';
import { boardRoles, type Attendance } from './words.ts';

const holds = (role: readonly string[]) =>
	sql<number>`(${people.deactivatedAt} is null and exists (select 1 from ${grants} where ${grants.personId} = ${people.id} and ${inArray(grants.role, role as (typeof boardRoles)[number][])}))`;

/** Who holds a role on the board today: their ids. */
export const boardNow = (db: Database): string[] =>
	db
		.selectDistinct({ id: people.id })
		.from(people)
		.innerJoin(grants, eq(grants.personId, people.id))
		.where(and(inArray(grants.role, [...boardRoles]), isNull(people.deactivatedAt)))
		.all()
		.map(({ id }) => id);

export type Member = Seat & { isChair: boolean; jobTitle: string };

/** The members of a meeting by name, with their interest in one of its items where one is given. */
export function membersOf(db: Database, meetingId: string, itemId = ''): Member[] {
	return db
		.select({
			personId: people.id,
			name: people.name,
			jobTitle: people.jobTitle,
			attendance: meetingMembers.attendance,
			holdsRole: holds(boardRoles),
			isChair: holds(['board chair']),
			interest: interests.what
		})
		.from(meetingMembers)
		.innerJoin(people, eq(people.id, meetingMembers.personId))
		.leftJoin(interests, and(eq(interests.personId, people.id), eq(interests.itemId, itemId)))
		.where(eq(meetingMembers.meetingId, meetingId))
		.orderBy(asc(inAnyCase(people.name)), asc(people.id))
		.all()
		.map((row) => ({ ...row, holdsRole: row.holdsRole === 1, isChair: row.isChair === 1 }));
}

/** Puts everybody who holds a role on the board into a meeting. */
export function invite(tx: Transaction, meetingId: string, personIds: readonly string[]): void {
	if (personIds.length)
		tx.insert(meetingMembers)
			.values(personIds.map((personId) => ({ meetingId, personId })))
			.onConflictDoNothing()
			.run();
}

/**
 * Makes the members of a planned meeting those who hold a role on the board now: who joined is invited, who left is taken
 * off. Views already given stay. Gives how many joined and left.
 */
export function renewMembers(db: Database, person: Person, meeting: Meeting, version: number): Outcome<{ joined: number; left: number }> {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		const now = boardNow(tx);
		if (!now.length) return refused('no-members', 'Nobody is a member of the board. The administrator gives the role first.');
		const before = membersOf(tx, meeting.id).map(({ personId }) => personId);
		tx.delete(meetingMembers)
			.where(and(eq(meetingMembers.meetingId, meeting.id), notInArray(meetingMembers.personId, now)))
			.run();
		invite(tx, meeting.id, now);
		nextVersion(tx, open.meeting);
		record(
			tx,
			person,
			`renewed the members of meeting ${meeting.number}`,
			{ kind: 'meeting', id: meeting.id },
			changesOf({ members: before }, { members: now })
		);
		const [joined, left] = [now.filter((id) => !before.includes(id)).length, before.filter((id) => !now.includes(id)).length];
		return done({ joined, left });
	});
}

/**
 * Notes who is present and who sent apologies. Somebody is present on the meeting's day at the earliest, and only while
 * they are on the board.
 */
export function noteAttendance(
	db: Database,
	person: Person,
	meeting: Meeting,
	{ attendance, version }: { attendance: Record<string, Attendance>; version: number },
	today: string
): Outcome {
	return write(db, (tx) => {
		const open = openMeeting(tx, meeting, version);
		if (!open.ok) return open;
		const members = membersOf(tx, meeting.id);
		const changed = members.filter(({ personId, attendance: before }) => (attendance[personId] ?? before) !== before);
		const arrived = changed.filter(({ personId }) => attendance[personId] === 'present');
		if (arrived.length && today < open.meeting.heldOn)
			return refused('too-early', 'Nobody is present before the day of the meeting. Apologies can be noted now');
		const gone = arrived.find(({ holdsRole }) => !holdsRole);
		if (gone)
			return refused('left-board', `${gone.name} is no longer on the board. Renew the list of members`, `attendance-${gone.personId}`);
		for (const { personId } of changed)
			tx.update(meetingMembers)
				.set({ attendance: attendance[personId] ?? 'invited' })
				.where(and(eq(meetingMembers.meetingId, meeting.id), eq(meetingMembers.personId, personId)))
				.run();
		if (!changed.length) return done();
		nextVersion(tx, open.meeting);
		const said = (which: (id: string, before: Attendance) => Attendance) =>
			Object.fromEntries(changed.map(({ personId, name, attendance: before }) => [name, which(personId, before)]));
		record(
			tx,
			person,
			`noted who is at meeting ${meeting.number}`,
			{ kind: 'meeting', id: meeting.id },
			changesOf<Record<string, unknown>>(
				said((_, before) => before),
				said((id, before) => attendance[id] ?? before)
			)
		);
		return done();
	});
}
