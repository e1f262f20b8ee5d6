import { beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import {
	allPresent,
	aFinding,
	aLesson,
	aMeeting,
	aMember,
	attend,
	before,
	boardDay,
	decideOn,
	firstItem,
	aRecommendation,
	meetingNow,
	stateOf
} from '../../../../tests/support/board.ts';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { people } from '../access/tables.ts';
import { actions } from '../actions/tables.ts';
import { assessments } from '../assessments/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { recommendations } from '../findings/tables.ts';
import { bringBack, itemsOf } from './agenda.server.ts';
import { decide } from './deciding.server.ts';
import { decidedAboutLessons } from './lessons-decided.server.ts';
import { closeMeeting } from './minuting.server.ts';
import { decisions } from './tables.ts';
import { whatWaits } from './waiting.server.ts';
import { declareInterest } from './viewing.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	aMember(db, 'third', 'Thea Third');
});
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? null : outcome.code);
const kept = () => db.select().from(decisions).all();

/** A recommendation before a quorate board. */
function before3() {
	const id = aRecommendation(db);
	const meeting = aMeeting(db);
	allPresent(db, meeting);
	return { id, meeting, item: firstItem(db, meeting, 'recommendation') };
}

describe('a decision', () => {
	test('to accept makes the action at once, with its owner and its day, in the same step', () => {
		const { id, item } = before3();
		expect(decideOn(db, item, { decision: 'accept' })).toEqual({ ok: true, number: 1, action: 1 });
		expect(stateOf(db, id)).toBe('accepted');
		expect(db.select().from(actions).all()).toMatchObject([
			{ number: 1, recommendationId: id, ownerId: 'manager', dueOn: '2027-01-31', serviceId: 'repairs', status: 'not started' }
		]);
		expect(kept()).toMatchObject([
			{ number: 1, decision: 'accept', present: 3, quorum: 3, decidedBy: 'chair', decidedOn: boardDay, supersedesId: null }
		]);
		expect(
			db
				.select({ what: auditLines.what })
				.from(auditLines)
				.all()
				.slice(-3)
				.map(({ what }) => what)
		).toEqual(['accepted recommendation 1', 'added action 1', 'recorded decision 1 of the board']);
	});

	test('to accept with changes says them in the action too', () => {
		const { item } = before3();
		expect(code(decideOn(db, item, { decision: 'accept with changes' }))).toBe('no-changes');
		expect(decideOn(db, item, { decision: 'accept with changes', changes: 'Only in the north' })).toMatchObject({ ok: true });
		expect(db.select().from(actions).get()?.detail).toContain('Only in the north');
		expect(kept()[0]?.changes).toBe('Only in the north');
	});

	test('is not made half: an action that cannot be refuses all of it', () => {
		const { id, item } = before3();
		const wrong = {
			title: 'a',
			detail: '',
			ownerId: 'nobody',
			priority: 'high',
			startOn: boardDay,
			dueOn: boardDay,
			reviewOn: boardDay,
			measure: '',
			baseline: '',
			target: ''
		} as const;
		expect(decideOn(db, item, { decision: 'accept', action: wrong })).toMatchObject({ code: 'unknown-owner', field: 'ownerId' });
		expect(decideOn(db, item, { decision: 'accept', action: undefined })).toMatchObject({ code: 'no-action' });
		expect([kept(), db.select().from(actions).all(), stateOf(db, id)]).toEqual([[], [], 'proposed']);
	});

	test('to defer comes back on its day and not before; to reject does not', () => {
		const { id, item, meeting } = before3();
		decideOn(db, item, { decision: 'defer', deferredTo: '2027-02-01' });
		expect(stateOf(db, id)).toBe('deferred');
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(whatWaits(db, '2027-01-31')).toEqual([]);
		expect(whatWaits(db, '2027-02-01')).toMatchObject([{ kind: 'recommendation', thingId: id }]);
		const later = aMeeting(db, { heldOn: '2027-02-01', today: boardDay });
		allPresent(db, later, '2027-02-01');
		expect(decideOn(db, firstItem(db, later), { decision: 'reject', reason: 'Too dear' }, '2027-02-01')).toMatchObject({
			ok: true,
			number: 2
		});
		expect(stateOf(db, id)).toBe('rejected');
		expect(kept()[1]?.supersedesId).toBe(kept()[0]?.id);
		closeMeeting(db, cast.chair, later, meetingNow(db, later).version, '2027-02-01');
		expect(whatWaits(db, '2030-01-01')).toEqual([]);
	});
});

describe('nothing is decided', () => {
	test('before the day of the meeting', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		expect(code(attend(db, meeting, { chair: 'present' }, before))).toBe('too-early');
		expect(code(decideOn(db, firstItem(db, meeting), { decision: 'accept' }, '2026-12-02'))).toBe('too-early');
	});
	test('without the quorum, with how many are missing', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		attend(db, meeting, { chair: 'present', member: 'present', third: 'apologies' });
		expect(decideOn(db, firstItem(db, meeting), { decision: 'reject', reason: 'No' })).toMatchObject({
			code: 'no-quorum',
			text: '2 members with no interest in this item are present; 3 are needed. Without the quorum nothing is decided.'
		});
		expect(kept()).toEqual([]);
		attend(db, meeting, { third: 'present' });
		expect(decideOn(db, firstItem(db, meeting), { decision: 'reject', reason: 'No' })).toMatchObject({ ok: true });
	});
	test('where an interest or a departure breaks the quorum', () => {
		const { item } = before3();
		declareInterest(db, cast.member, item, 'My sister’s house');
		expect(code(decideOn(db, item, { decision: 'accept' }))).toBe('no-quorum');
		const second = testDatabase();
		aMember(second, 'third', 'Thea Third');
		aRecommendation(second);
		const meeting = aMeeting(second);
		allPresent(second, meeting);
		second.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'third')).run();
		expect(code(decideOn(second, firstItem(second, meeting), { decision: 'accept' }))).toBe('no-quorum');
	});
	test('by a chair with an interest, by a member or by the programme lead', () => {
		const { item } = before3();
		expect(code(decideOn(db, item, { decision: 'accept' }, boardDay, cast.member))).toBe('not-allowed');
		expect(code(decideOn(db, item, { decision: 'accept' }, boardDay, cast.lead))).toBe('not-allowed');
		aMember(db, 'fourth', 'Fay Fourth');
		declareInterest(db, cast.chair, item, 'I own the van');
		expect(code(decideOn(db, item, { decision: 'accept' }))).toBe('interest');
	});
	test('at a meeting that is closed', () => {
		const { item, meeting } = before3();
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(code(decideOn(db, item, { decision: 'accept' }))).toBe('closed');
		expect(whatWaits(db, boardDay)).toMatchObject([{ kind: 'recommendation' }]);
	});
	test('about what changed since its paper was read', () => {
		const { id, item } = before3();
		db.update(recommendations).set({ version: 2 }).where(eq(recommendations.id, id)).run();
		expect(
			code(decide(db, cast.chair, item, { decision: 'reject', reason: 'No', changes: '', deferredTo: '', thingVersion: 1 }, boardDay))
		).toBe('stale');
	});
	test('twice by two who did not see each other’s', () => {
		aLesson(db);
		const meeting = aMeeting(db);
		allPresent(db, meeting);
		const item = firstItem(db, meeting);
		const asked = { decision: 'accept', reason: '', changes: '', deferredTo: '', thingVersion: 1, after: 0 } as const;
		expect(decide(db, cast.chair, item, asked, boardDay)).toMatchObject({ ok: true });
		expect(code(decide(db, cast.chair, item, { ...asked, decision: 'reject', reason: 'No' }, boardDay))).toBe('stale');
		expect(decide(db, cast.chair, item, { ...asked, decision: 'reject', reason: 'No', after: 1 }, boardDay)).toMatchObject({ ok: true });
		expect(decidedAboutLessons(db)).toEqual({ [item.thingId]: 'Rejected by the board, decision 2' });
	});
	test('about a recommendation that was withdrawn', () => {
		const { id, item } = before3();
		db.update(recommendations).set({ state: 'withdrawn' }).where(eq(recommendations.id, id)).run();
		expect(code(decideOn(db, item, { decision: 'reject', reason: 'No' }))).toBe('withdrawn');
		expect(kept()).toEqual([]);
	});
});

describe('a change of mind', () => {
	test('is a new decision at the same meeting, which names the one it supersedes; that one stays as it was', () => {
		const { id, item } = before3();
		decideOn(db, item, { decision: 'accept' });
		const [first] = kept();
		expect(code(decideOn(db, item, { decision: 'reject', reason: '' }))).toBe('no-reason');
		expect(decideOn(db, item, { decision: 'reject', reason: 'The budget was cut' })).toMatchObject({ ok: true, number: 2 });
		expect(kept()).toMatchObject([{ ...first }, { number: 2, decision: 'reject', supersedesId: first?.id }]);
		expect(stateOf(db, id)).toBe('rejected');
		expect(db.select().from(actions).get()).toMatchObject({
			status: 'dropped',
			droppedReason: 'Decision 2 of the Engagement Board: The budget was cut'
		});
		expect(decideOn(db, item, { decision: 'accept', reason: 'The money came after all' })).toMatchObject({
			ok: true,
			number: 3,
			action: 1
		});
		expect(db.select().from(actions).all()).toMatchObject([{ status: 'not started', droppedReason: null }]);
		expect(stateOf(db, id)).toBe('accepted');
		expect(kept()[2]?.supersedesId).toBe(kept()[1]?.id);
	});

	test('or one at a later meeting, to which what was decided is brought back', () => {
		const { id, item, meeting } = before3();
		decideOn(db, item, { decision: 'reject', reason: 'Too dear' });
		const later = aMeeting(db, { heldOn: '2027-03-04', today: boardDay });
		const back = { kind: item.kind, thingId: item.thingId, title: item.title, asks: 'It is cheaper now' };
		expect(bringBack(db, cast.lead, later, back)).toMatchObject({ code: 'on-agenda' });
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(bringBack(db, cast.lead, later, back)).toMatchObject({ ok: true });
		allPresent(db, later, '2027-03-04');
		expect(decideOn(db, itemsOf(db, later.id)[0] ?? item, { decision: 'accept', reason: 'Cheaper' }, '2027-03-04')).toMatchObject({
			ok: true,
			action: 1
		});
		expect(stateOf(db, id)).toBe('accepted');
	});

	test('a decision is superseded once at most, also by hand', () => {
		const { item } = before3();
		decideOn(db, item, { decision: 'accept' });
		decideOn(db, item, { decision: 'reject', reason: 'No' });
		const [first, second] = kept();
		expect(() =>
			db
				.insert(decisions)
				.values({ ...second!, id: 'other', number: 9, supersedesId: first!.id })
				.run()
		).toThrow();
	});
});

describe('a finding and a lesson', () => {
	test('are acknowledged by the decision itself, and wait no more', () => {
		aFinding(db);
		aLesson(db);
		const meeting = aMeeting(db);
		allPresent(db, meeting);
		expect(itemsOf(db, meeting.id).map(({ kind }) => kind)).toEqual(['finding', 'lesson']);
		for (const item of itemsOf(db, meeting.id))
			expect(decideOn(db, item, { decision: 'accept' })).toMatchObject({ ok: true, action: null });
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(whatWaits(db, '2030-01-01')).toEqual([]);
	});
});

describe('an award', () => {
	const model = staged('1.1 1.2 2.1');
	function moderated() {
		const id = anAssessment(db, model, 'repairs', before, {
			status: 'moderated',
			submittedBy: 'manager',
			submittedOn: before,
			answered: {}
		});
		const meeting = aMeeting(db);
		allPresent(db, meeting);
		const now = () => db.select().from(assessments).where(eq(assessments.id, id)).get();
		return { id, meeting, item: firstItem(db, meeting, 'award'), now };
	}

	test('is signed off: the assessment is agreed', () => {
		const { item, now } = moderated();
		expect(decideOn(db, item, { decision: 'accept' })).toMatchObject({ ok: true });
		expect(now()).toMatchObject({ status: 'agreed', agreedBy: 'chair', overrideLevel: null });
	});
	test('with changes is agreed at the level the board decides, with its reason', () => {
		const { item, now } = moderated();
		expect(code(decideOn(db, item, { decision: 'accept with changes', changes: 'They do it, unwritten' }))).toBe('no-level');
		expect(decideOn(db, item, { decision: 'accept with changes', changes: 'They do it, unwritten', level: 1 })).toMatchObject({ ok: true });
		expect(now()).toMatchObject({ status: 'agreed', agreedLevel: 1, overrideReason: 'They do it, unwritten' });
		expect(kept()[0]?.changes).toBe('Level 1: They do it, unwritten');
	});
	test('deferred or rejected leaves it moderated', () => {
		const { item, now } = moderated();
		expect(decideOn(db, item, { decision: 'defer', deferredTo: '2027-01-01' })).toMatchObject({ ok: true });
		expect(decideOn(db, item, { decision: 'reject', reason: 'Ask the tenants first' })).toMatchObject({ ok: true });
		expect(now()).toMatchObject({ status: 'moderated' });
	});
	test('once agreed is not taken back, only decided otherwise', () => {
		const { item, now } = moderated();
		decideOn(db, item, { decision: 'accept' });
		expect(code(decideOn(db, item, { decision: 'reject', reason: 'No' }))).toBe('agreed');
		expect(
			decideOn(db, item, { decision: 'accept with changes', changes: 'Seen on a visit', reason: 'A visit since', level: 2 })
		).toMatchObject({ ok: true, number: 2 });
		expect(now()).toMatchObject({ overrideLevel: 2 });
	});
	test('of an assessment that went back is not signed off', () => {
		const { id, item } = moderated();
		db.update(assessments).set({ status: 'draft' }).where(eq(assessments.id, id)).run();
		expect(code(decideOn(db, item, { decision: 'accept' }))).toBe('not-moderated');
		expect(decideOn(db, item, { decision: 'defer', deferredTo: '2027-01-01' })).toMatchObject({ ok: true });
	});
});

test('no capability changes or deletes a decision', async () => {
	const { filesBelow, read } = await import('../../../../tests/architecture/files.ts');
	const touching = filesBelow('src').filter(
		(path) =>
			path.endsWith('.ts') &&
			!path.endsWith('.test.ts') &&
			/(update|delete)\((schema\.)?decisions\)|(update|delete from) decision\b/i.test(read(path))
	);
	expect(touching).toEqual([]);
});
