import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { people, grants } from '#lib/domain/access/tables.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { objectives } from '#lib/domain/one-to-ones/tables.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { breaksSeen } from './breaks-page.server.ts';
import { addStrand, bringBack, changeStrand, placeStrand, retireStrand, type StrandTyped } from './keeping.server.ts';
import type { Level } from './levels.ts';
import { moveStrand } from './moving.server.ts';
import { inOneLine, pathUp } from './paths.ts';
import { strandPage } from './strand-page.server.ts';
import { suggest } from './suggesting.ts';
import { threadOf } from './thread.server.ts';
import { strandsOf } from './tied.server.ts';
import { tiedHere } from './ties-below.server.ts';
import { thingSeen } from './things/seeing.server.ts';
import { tie, untie } from './tying.server.ts';
import { undo, undoable } from './undoing.server.ts';

const today = '2026-11-22';
const leader: Person = {
	id: 'leader',
	name: 'Lee Leader',
	email: 'leader@marlbourne.example',
	jobTitle: 'Team leader',
	grants: [{ role: 'team leader', serviceId: null, teamId: 'planning-team' }]
};
let db: Database;

const typed = (level: Level, title: string, more: Partial<StrandTyped> = {}): StrandTyped => ({
	level,
	title,
	why: '',
	ownerId: null,
	ownedBy: 'Somebody',
	fromOn: null,
	untilOn: null,
	serviceId: null,
	teamId: null,
	source: '',
	...more
});
function add(person: Person, level: Level, title: string, parents: string[] = [], more: Partial<StrandTyped> = {}): string {
	const outcome = addStrand(db, person, typed(level, title, more), parents);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.id;
}
const versionOf = (id: string) => threadOf(db).byId.get(id)!.version;
const repairs = { serviceId: 'repairs' };

beforeEach(() => {
	db = testDatabase();
	db.insert(teams).values({ id: 'planning-team', serviceId: 'repairs', name: 'Repairs planning' }).run();
	db.insert(people).values({ id: leader.id, name: leader.name, email: leader.email, jobTitle: leader.jobTitle }).run();
	db.insert(grants).values({ personId: leader.id, role: 'team leader', teamId: 'planning-team' }).run();
});

function aThread() {
	const vision = add(cast.lead, 'vision', 'Everyone is heard');
	const priority = add(cast.lead, 'priority', 'Safe homes', [vision]);
	const service = add(cast.manager, 'service objective', 'Told by text the same day', [priority], repairs);
	const team = add(leader, 'team objective', 'Move a slot and send the text in one step', [service], { teamId: 'planning-team' });
	return { vision, priority, service, team };
}

test('each keeps what is theirs: the lead all, a manager from service objectives down, a team leader their team’s', () => {
	const { vision, service, team } = aThread();
	expect(threadOf(db).byId.get(team)).toMatchObject({ serviceId: 'repairs', teamId: 'planning-team', number: 4 });
	const refusedTo = (person: Person, level: Level, parents: string[], more = {}) =>
		addStrand(db, person, typed(level, 'Something', more), parents);
	expect(refusedTo(cast.manager, 'priority', [vision])).toMatchObject({ ok: false, code: 'not-theirs' });
	expect(refusedTo(cast.planner, 'service objective', [vision], repairs)).toMatchObject({ code: 'not-theirs' });
	expect(refusedTo(leader, 'service objective', [vision], repairs)).toMatchObject({ code: 'not-theirs' });
	expect(refusedTo(cast.advisor, 'individual objective', [team], { teamId: 'planning-team' })).toMatchObject({ code: 'not-theirs' });
	expect(refusedTo(cast.lead, 'priority', [vision], repairs)).toMatchObject({ code: 'of-council', field: 'serviceId' });
	expect(retireStrand(db, leader, service, versionOf(service), today)).toMatchObject({ code: 'not-theirs' });
});

test('a change leaves its audit line, a stale one is refused with both texts', () => {
	const { service } = aThread();
	const wanted = typed('service objective', 'Told by text within the hour', repairs);
	expect(changeStrand(db, cast.manager, service, wanted, 1)).toEqual({ ok: true });
	const stale = changeStrand(db, cast.lead, service, typed('service objective', 'Told by letter', repairs), 1);
	expect(stale).toMatchObject({ ok: false, code: 'stale' });
	expect(!stale.ok && stale.conflict?.fields).toEqual([
		{ name: 'title', label: 'What is aimed for', theirs: 'Told by text within the hour', mine: 'Told by letter' }
	]);
	const lines = db.select().from(auditLines).where(eq(auditLines.thingId, service)).all();
	expect(lines.map(({ what }) => what)).toEqual(['added a strand', 'changed a strand']);
	expect(lines[1]?.change).toMatchObject({ title: { from: 'Told by text the same day', to: 'Told by text within the hour' } });
});

test('a strand made its own ancestor is refused, and nothing is changed', () => {
	const { service, team } = aThread();
	const outcome = placeStrand(db, cast.manager, service, [team], versionOf(service));
	expect(outcome).toMatchObject({ ok: false, code: 'cycle', field: 'parents' });
	expect(!outcome.ok && outcome.text).toContain('“Told by text the same day” → “Move a slot and send the text in one step”');
	expect(inOneLine(pathUp(threadOf(db), team))).toBe(
		'Everyone is heard — Safe homes — Told by text the same day — Move a slot and send the text in one step'
	);
});

test('retiring ends the ways that lead through it, bringing back restores them all', () => {
	const { service, team } = aThread();
	expect(retireStrand(db, cast.manager, service, versionOf(service), today)).toEqual({ ok: true });
	expect(pathUp(threadOf(db), team)).toEqual([]);
	expect(bringBack(db, cast.manager, service, versionOf(service))).toEqual({ ok: true });
	expect(pathUp(threadOf(db), team)).toHaveLength(4);
});

test('what was changed while a strand was away is said when it comes back', () => {
	const { vision, service, team } = aThread();
	retireStrand(db, cast.manager, service, versionOf(service), today);
	expect(placeStrand(db, cast.lead, team, [vision], versionOf(team)).ok).toBe(true);
	expect(bringBack(db, cast.manager, service, versionOf(service)).ok).toBe(true);
	// again, with what served it on its own level meanwhile
	placeStrand(db, cast.lead, team, [service], versionOf(team));
	retireStrand(db, cast.manager, service, versionOf(service), today);
	expect(changeStrand(db, cast.manager, team, typed('service objective', 'Raised', repairs), versionOf(team)).ok).toBe(true);
	expect(bringBack(db, cast.manager, service, versionOf(service))).toMatchObject({ ok: false, code: 'level' });
});

test('buttons move a strand up, down, in and out; undoing takes each back', () => {
	const { vision, priority, service } = aThread();
	const second = add(cast.lead, 'priority', 'Green streets', [vision]);
	const order = (under: string) =>
		threadOf(db)
			.children.get(under)!
			.map(({ title }) => title);
	expect(order(vision)).toEqual(['Safe homes', 'Green streets']);
	expect(moveStrand(db, cast.lead, second, vision, 'up')).toEqual({ ok: true });
	expect(order(vision)).toEqual(['Green streets', 'Safe homes']);
	expect(undoable(db, cast.lead)).toBe('moved a strand up: Green streets');
	expect(undo(db, cast.lead, today)).toMatchObject({ ok: true, what: 'moved a strand up' });
	expect(order(vision)).toEqual(['Safe homes', 'Green streets']);
	expect(moveStrand(db, cast.lead, second, vision, 'down')).toMatchObject({ ok: false, code: 'nowhere' });
	expect(moveStrand(db, cast.manager, service, priority, 'out')).toEqual({ ok: true });
	expect(order(vision)).toEqual(['Safe homes', 'Green streets', 'Told by text the same day']);
	expect(moveStrand(db, cast.manager, service, vision, 'in')).toEqual({ ok: true });
	expect(order(second)).toEqual(['Told by text the same day']);
	expect(undo(db, cast.manager, today).ok && undo(db, cast.manager, today).ok).toBe(true);
	expect(order(priority)).toEqual(['Told by text the same day']);
	expect(undo(db, cast.lead, today)).toMatchObject({ ok: true, what: 'added a strand' });
	expect(threadOf(db).byId.get(second)?.retiredOn).toBe(today);
});

test('undoing is refused where somebody has changed the same since, and for whom there is nothing', () => {
	const { service } = aThread();
	changeStrand(db, cast.lead, service, typed('service objective', 'Told by text at once', repairs), versionOf(service));
	expect(undo(db, cast.manager, today)).toMatchObject({ ok: false, code: 'changed-since' });
	expect(undo(db, cast.planner, today)).toMatchObject({ ok: false, code: 'nothing-to-undo' });
});

function anAction(id: string, serviceId: string, ownerId = 'manager') {
	const number = Number(id.slice(1));
	db.insert(actions)
		.values({ id, number, title: `Action ${id}`, serviceId, ownerId, startOn: today, dueOn: '2026-12-01', reviewOn: '2027-01-01' })
		.run();
}

test('many things are tied to one strand at once, by whoever keeps it or manages them all', () => {
	const { vision, service } = aThread();
	anAction('a1', 'repairs');
	anAction('a2', 'repairs');
	anAction('a3', 'planning', 'planner');
	const things = ['a1', 'a2'].map((id) => thingSeen(db, cast.manager, 'action', id, today));
	expect(tie(db, cast.manager, things, service)).toEqual({ ok: true, tied: 2 });
	expect(tie(db, cast.manager, things, service)).toEqual({ ok: true, tied: 0 });
	// the vision is not theirs to keep, the actions are theirs to manage
	expect(tie(db, cast.manager, [things[0]!], vision)).toEqual({ ok: true, tied: 1 });
	const others = thingSeen(db, cast.assessor, 'action', 'a3', today);
	expect(tie(db, cast.assessor, [others], service)).toMatchObject({ ok: false, code: 'not-theirs' });
	expect(() => thingSeen(db, cast.manager, 'action', 'a3', today)).toThrow();
	expect(tiedHere(db, service).action).toEqual(['a1', 'a2']);
	expect(
		strandsOf(db, 'action', ['a1', 'a2', 'a3'])
			.get('a1')
			?.map(({ number }) => number)
	).toEqual([1, 3]);
	const loose = () => breaksSeen(db, cast.lead, { what: 'tied to nothing' }).map(({ title }) => title);
	expect(loose()).toContain('Action a3');
	expect(loose()).not.toContain('Action a1');
	expect(untie(db, cast.manager, things[1]!, service)).toEqual({ ok: true });
	expect(loose()).toContain('Action a2');
});

test('an objective of a one-to-one is seen, tied and listed by its advisor and their leader alone', () => {
	const { team } = aThread();
	db.insert(staff)
		.values({ id: 'avi', teamId: 'planning-team', name: 'Avi Advisor', payrollNumber: '1', personId: 'advisor', isAdvisor: true })
		.run();
	db.insert(objectives).values({ id: 'o1', staffId: 'avi', text: 'Say when we come', setAt: 1, setBy: 'leader' }).run();
	const mine = thingSeen(db, leader, 'objective', 'o1', today);
	expect(tie(db, leader, [mine], team)).toEqual({ ok: true, tied: 1 });
	const seenBy = (person: Person) => strandPage(db, person, threadOf(db).byId.get(team)!, today).objectives.map(({ place }) => place);
	expect(seenBy(leader)).toEqual(['Objective of Avi Advisor, Repairs planning']);
	expect(seenBy(cast.advisor)).toEqual(['Your own objective']);
	for (const person of [cast.lead, cast.manager, cast.assessor, cast.viewer, cast.administrator]) {
		expect(seenBy(person)).toEqual([]);
		expect(() => thingSeen(db, person, 'objective', 'o1', today)).toThrow();
	}
	expect(tie(db, cast.advisor, [thingSeen(db, cast.advisor, 'objective', 'o1', today)], team)).toMatchObject({ code: 'not-theirs' });
	const words = JSON.stringify(db.select().from(auditLines).all());
	expect(words).not.toContain('Say when we come');
});

test('suggestions are by shared words, the rarer the better', () => {
	const things = ['Keep people told of their appointments', 'Keep the lift working', 'Appointment letters', 'Weigh the waste'];
	expect(
		suggest('Tell tenants when an appointment moves', things, (text) => text).map(({ one, shared }) => `${one}: ${shared.join(' ')}`)
	).toEqual(['Keep people told of their appointments: appointment', 'Appointment letters: appointment']);
	expect(suggest('of the and to', things, (text) => text)).toEqual([]);
});
