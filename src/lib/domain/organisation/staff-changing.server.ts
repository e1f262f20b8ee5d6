import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { changesOf, record, type Change } from '#lib/domain/audit/recording.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { unitById } from './unit-finding.server.ts';
import { samePayrollNumber, type StaffDetails } from './staff-adding.server.ts';
import { staffById, staffOfPerson, type StaffMember } from './staff-finding.server.ts';
import { staff, staffMoves } from './tables.ts';

type Prepared = Refused | { set: Partial<typeof staff.$inferInsert>; changes: Change };

const labels = {
	name: 'Name',
	payrollNumber: 'Payroll number',
	jobTitle: 'Job title',
	isAdvisor: 'Advisor',
	team: 'Team',
	leftOn: 'Left on',
	email: 'Signs in with'
};

/** One change of a member of staff: found, not stale, decided by `prepare`, then written with its audit line. */
function changeStaff(
	db: Database,
	person: Person,
	id: string,
	version: number,
	what: string,
	typed: Record<string, unknown>,
	prepare: (tx: Transaction, member: StaffMember) => Prepared
): Outcome {
	return write(db, (tx) => {
		const member = staffById(tx, id);
		if (!member) return refused('gone', 'This member of staff no longer exists');
		const thing = { kind: 'staff', id };
		if (member.version !== version) return staleSave<Record<string, unknown>>(tx, thing, member, typed, labels);
		const prepared = prepare(tx, member);
		if ('ok' in prepared) return prepared;
		if (Object.keys(prepared.changes).length === 0) return done();
		tx.update(staff)
			.set({ ...prepared.set, version: version + 1 })
			.where(and(eq(staff.id, id), eq(staff.version, version)))
			.run();
		record(tx, person, what, thing, prepared.changes);
		return done();
	});
}

/** Changes the name, payroll number, job title or advising of a member of staff. */
export const editStaff = (db: Database, person: Person, id: string, input: StaffDetails & { version: number }): Outcome =>
	changeStaff(db, person, id, input.version, 'changed member of staff', input, (tx, member) => {
		const { version: _, ...details } = input;
		return samePayrollNumber(tx, details.payrollNumber, id) ?? { set: details, changes: changesOf<StaffDetails>(member, details) };
	});

/** Moves a member of staff to another open team, from today on. What they did before stays with the team they were in. */
export const moveStaff = (db: Database, person: Person, id: string, input: { teamId: string; version: number }): Outcome =>
	changeStaff(
		db,
		person,
		id,
		input.version,
		'moved member of staff',
		{ team: unitById(db, 'team', input.teamId)?.name },
		(tx, member): Prepared => {
			const team = unitById(tx, 'team', input.teamId);
			if (!team || team.closedOn) return refused('no-team', 'Choose a team that is open', 'teamId');
			if (team.id === member.teamId) return { set: {}, changes: {} };
			tx.insert(staffMoves)
				.values({ staffId: id, movedOn: dayOf(now()), fromTeamId: member.teamId, toTeamId: team.id })
				.run();
			return { set: { teamId: team.id }, changes: { team: { from: member.team, to: team.name } } };
		}
	);

/** Marks a member of staff as left from today, or, when they are back, as here again. Their sign-in is another matter. */
export const setLeft = (db: Database, person: Person, id: string, version: number, leftOn: string | null): Outcome =>
	changeStaff(
		db,
		person,
		id,
		version,
		leftOn ? 'marked member of staff as left' : 'marked member of staff as back',
		{ leftOn },
		(tx, member) => {
			const team = unitById(tx, 'team', member.teamId);
			if (!leftOn && team?.closedOn) return refused('no-team', `The team ${team.name} is closed. Reopen it first.`);
			const elsewhere = !leftOn && member.personId ? staffOfPerson(tx, member.personId) : undefined;
			if (elsewhere && elsewhere.id !== id)
				return refused('joined-already', `${member.personName} is joined to ${elsewhere.name} in the team ${elsewhere.team} by now.`);
			return { set: { leftOn }, changes: changesOf<{ leftOn: string | null }>(member, { leftOn }) };
		}
	);

/** Joins a member of staff to the person who signs in with this address; an empty address parts them. */
export const joinStaff = (db: Database, person: Person, id: string, input: { email: string; version: number }): Outcome =>
	changeStaff(db, person, id, input.version, 'joined member of staff to a person', { email: input.email }, (tx, member) => {
		if (!input.email)
			return { set: { personId: null }, changes: changesOf<{ person: string | null }>({ person: member.personName }, { person: null }) };
		const found = tx.select({ id: people.id, name: people.name }).from(people).where(eq(people.email, input.email.toLowerCase())).get();
		if (!found) return refused('no-person', 'Nobody signs in with this email address. Check it, or add the person first', 'email');
		const elsewhere = staffOfPerson(tx, found.id);
		if (elsewhere && elsewhere.id !== id)
			return refused('joined-already', `${found.name} is already joined to ${elsewhere.name} in the team ${elsewhere.team}`, 'email');
		const changes: Change = found.id === member.personId ? {} : { person: { from: member.personName, to: found.name } };
		return { set: { personId: found.id }, changes };
	});
