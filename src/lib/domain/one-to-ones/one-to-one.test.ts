import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { aScore, leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Person } from '../access/person.ts';
import { auditLines } from '../audit/tables.ts';
import { staffSeen } from '../paf-sheets/staff-seen.server.ts';
import { addCourse } from '../training/courses.server.ts';
import { agreeTraining } from '../training/recording.server.ts';
import { dueFiltersIn, dueTable, oneToOnesDue } from './due-listing.server.ts';
import { oneToOneSeen, standOf } from './finding.server.ts';
import { agreeNotes, saveOneToOne } from './noting.server.ts';
import { addObjective, objectiveSeen, saveObjective } from './objectives.server.ts';
import { startOneToOne } from './starting.server.ts';

let db: ReturnType<typeof testDatabase>;
const today = '2026-11-22';
beforeEach(() => {
	db = testDatabase();
	teamsAtWork(db);
});
const member = (id = 'first-1') => staffSeen(db, leader, id);
const must = <T extends object>(outcome: ({ ok: true } & T) | { ok: false; text: string }) => {
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome;
};
const started = (heldOn = '2026-11-20') => must(startOneToOne(db, leader, member(), { month: '2026-10', heldOn }, today)).id;
const as = (person: Person, id: string) => oneToOneSeen(db, person, id);
const list = (query = '') => oneToOnesDue(db, leader, dueFiltersIn(new URLSearchParams(query)), today);

test('the agenda is made of the sheet: quality, commonest misses, appeals, objectives and training that are due', () => {
	aScore(db, { staffId: 'first-1', quality: 50, worths: [1, 0] });
	aScore(db, { staffId: 'first-1', quality: 0, worths: [0, 0], state: 'rejected' });
	aScore(db, { staffId: 'first-1', quality: 100, worths: [1, 1] });
	aScore(db, { staffId: 'first-2', quality: 0, worths: [0, 0] });
	addObjective(db, leader, member(), { text: 'Tell the next step each time', measure: '', dueOn: '2026-12-01', oneToOneId: null });
	addObjective(db, leader, member(), { text: 'Far away', measure: '', dueOn: '2027-06-01', oneToOneId: null });
	const { id: courseId } = must(addCourse(db, cast.lead, { name: 'Keeping safe', about: '', required: false, everyMonths: null }));
	agreeTraining(db, leader, member(), { courseId, dueOn: '2026-12-05', oneToOneId: null });
	const lines = as(leader, started()).agenda.split('\n');
	expect(lines).toContain('Missed 2 of 3 times: Were the next steps made clear?');
	expect(lines).toContain('Missed 1 of 3 times: Was the customer greeted by name?');
	expect(lines).toContain('Appeal on assessment 2: rejected.');
	expect(lines).toContain('Objective (due 1 December 2026): Tell the next step each time');
	expect(lines).toContain('Training to take (due 5 December 2026): Keeping safe');
	expect(lines.join()).not.toContain('Far away');
	expect(lines[1]).toMatch(/^The sheet of October 2026: quality 50\.0 \(0\.0 to 100\.0\), from 3 scores\.$/);
});

describe('the notes', () => {
	const note = (person: Person, id: string, notes: string) => {
		const one = as(person, id);
		return saveOneToOne(db, person, one, { agenda: one.agenda, heldOn: one.heldOn, nextOn: '2026-12-18', notes, version: one.version });
	};
	const agree = (person: Person, id: string) => agreeNotes(db, person, as(person, id), as(person, id).version);

	test('are agreed by both, and a change of one word takes both agreements away', () => {
		const id = started();
		expect(agree(leader, id)).toMatchObject({ code: 'no-notes' });
		must(note(leader, id, 'We talked about next steps.'));
		must(agree(leader, id));
		must(agree(cast.advisor, id));
		expect(standOf(as(leader, id))).toBe('agreed by both');
		must(note(cast.advisor, id, 'We talked about the next steps.'));
		expect(as(leader, id)).toMatchObject({ advisorAgreedAt: null, leaderAgreedAt: null });
	});

	test('stay agreed where only a date changes', () => {
		const id = started();
		must(note(leader, id, 'Fine.'));
		must(agree(cast.advisor, id));
		const one = as(leader, id);
		must(saveOneToOne(db, leader, one, { notes: 'Fine.', nextOn: '2026-12-20', version: one.version }));
		expect(as(leader, id)).toMatchObject({ nextOn: '2026-12-20', advisorAgreedAt: expect.any(Number) });
	});

	test('cannot be agreed to unseen, nor saved over somebody else’s', () => {
		const id = started();
		must(note(leader, id, 'One.'));
		const seen = as(cast.advisor, id);
		must(note(leader, id, 'Two.'));
		expect(agreeNotes(db, cast.advisor, seen, seen.version)).toMatchObject({ code: 'changed' });
		expect(saveOneToOne(db, cast.advisor, seen, { notes: 'Three.', version: seen.version })).toMatchObject({
			code: 'stale',
			conflict: { fields: [{ theirs: 'Two.', mine: 'Three.' }] }
		});
	});

	test('are all an advisor changes: agenda and dates are the leader’s', () => {
		const id = started();
		const { version, agenda } = as(cast.advisor, id);
		must(saveOneToOne(db, cast.advisor, as(cast.advisor, id), { agenda: 'Mine', heldOn: '2020-01-01', notes: 'Words', version }));
		expect(as(leader, id)).toMatchObject({ agenda, heldOn: '2026-11-20', notes: 'Words' });
	});

	test('never stand in the audit trail', () => {
		const id = started();
		must(note(leader, id, 'A private matter.'));
		expect(JSON.stringify(db.select().from(auditLines).where(eq(auditLines.thingId, id)).all())).not.toContain('private matter');
	});

	test('are read by the two alone', () => {
		const id = started();
		expect([as(leader, id).as, as(cast.advisor, id).as]).toEqual(['leader', 'advisor']);
		const others = [otherLeader, cast.manager, cast.lead, cast.assessor, cast.administrator, cast.chair, cast.viewer, cast.colleague];
		for (const person of others) expect(() => as(person, id)).toThrow(expect.objectContaining({ status: 404 }));
	});
});

test('one is started by the leader alone, once a day, about a month that has begun', () => {
	started();
	const start = (person: Person, month: string, heldOn: string) => startOneToOne(db, person, member(), { month, heldOn }, today);
	expect(start(leader, '2026-10', '2026-11-20')).toMatchObject({ code: 'there', field: 'heldOn' });
	expect(start(leader, '2026-12', '2026-11-21')).toMatchObject({ code: 'future' });
	for (const person of [cast.advisor, cast.manager, otherLeader])
		expect(start(person, '2026-10', '2026-11-21')).toMatchObject({ code: 'not-leader' });
});

test('the leader’s list says who is due: without any at once, else a month after the last or on the day agreed', () => {
	const id = started();
	expect(list()).toMatchObject({ all: 5, due: 4 });
	const one = as(leader, id);
	must(saveOneToOne(db, leader, one, { notes: 'Fine.', nextOn: '2026-11-22', version: one.version }));
	expect(list('show=due').rows.length).toBe(5);
	expect(list('sort=next').rows.map(({ name }) => name)[0]).toBe('Avi Advisor');
	expect(list('team=second').rows).toEqual([]);
	expect(oneToOnesDue(db, cast.manager, dueFiltersIn(new URLSearchParams()), today).rows).toEqual([]);
	expect([...dueTable(list().rows).rows][0]).toMatchObject({ name: 'Avi Advisor', held: 'to be agreed', due: 'yes' });
});

test('an objective is the leader’s to set and close with what came of it, and the advisor’s to read', () => {
	const { id } = must(addObjective(db, leader, member(), { text: 'Own words', measure: 'Ten in a row', dueOn: null, oneToOneId: null }));
	expect(addObjective(db, cast.advisor, member(), { text: 'x', measure: '', dueOn: null, oneToOneId: null })).toMatchObject({
		code: 'not-leader'
	});
	const typed = { text: 'Own words', measure: 'Ten in a row', dueOn: null, version: 1 };
	const objective = objectiveSeen(db, leader, id);
	expect(saveObjective(db, leader, objective, { ...typed, state: 'met', outcome: '' }, today)).toMatchObject({ field: 'outcome' });
	must(saveObjective(db, leader, objective, { ...typed, state: 'met', outcome: 'Twelve in a row' }, today));
	expect(objectiveSeen(db, cast.advisor, id)).toMatchObject({ own: true, state: 'met', closedOn: today, strandId: null });
	expect(saveObjective(db, leader, objective, { ...typed, state: 'open', outcome: '' }, today)).toMatchObject({ code: 'stale' });
	expect(() => objectiveSeen(db, cast.manager, id)).toThrow(expect.objectContaining({ status: 404 }));
});
