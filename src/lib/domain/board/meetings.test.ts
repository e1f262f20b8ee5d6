import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	allPresent,
	aFinding,
	aLesson,
	aMeeting,
	aMember,
	aRecommendation,
	attend,
	before,
	boardDay,
	decideOn,
	firstItem,
	meetingNow
} from '../../../../tests/support/board.ts';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { grants, people } from '../access/tables.ts';
import { reviewAction } from '../actions/reviewing.server.ts';
import { moveAction } from '../actions/moving.server.ts';
import { actionSeen } from '../actions/finding.server.ts';
import { needsOf } from '../home/needs.server.ts';
import { councilOf } from '../organisation/finding.server.ts';
import { councils } from '../organisation/tables.ts';
import { addItems, itemsOf, moveItem, removeItem } from './agenda.server.ts';
import { meetingSeen, meetingToRun } from './finding.server.ts';
import { logFiltersIn, logQueryOf } from './log-filters.ts';
import { countLogged, decisionsLogged } from './log.server.ts';
import { logTable } from './log-table.server.ts';
import { membersOf, renewMembers } from './members.server.ts';
import { closeMeeting, saveMinutes } from './minuting.server.ts';
import { papersOf } from './papers.server.ts';
import { cancelMeeting, changeMeeting, planMeeting } from './planning.server.ts';
import { setQuorum } from './quorum-setting.server.ts';
import { interests, memberViews } from './tables.ts';
import { viewsAndInterests } from './views-given.server.ts';
import { viewsInWords } from './views-in-words.ts';
import { declareInterest, giveView } from './viewing.server.ts';
import { whatWaits } from './waiting.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => (db = testDatabase()));
const code = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? null : outcome.code);
const details = { heldOn: boardDay, startsAt: '14:00', place: 'Committee room 2' };
const view = { view: 'support', comment: '', version: 0 } as const;

describe('planning a meeting', () => {
	test('asks everybody on the board, with the quorum of that day', () => {
		aMember(db, 'gone', 'Gus Gone');
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'gone')).run();
		db.update(councils).set({ boardQuorum: 2 }).run();
		expect(planMeeting(db, cast.lead, details, before)).toEqual({ ok: true, number: 1 });
		const meeting = meetingNow(db, { number: 1 });
		expect(meeting).toMatchObject({ ...details, quorum: 2, state: 'planned' });
		expect(membersOf(db, meeting.id).map(({ name, isChair, attendance }) => [name, isChair, attendance])).toEqual([
			['Bo Member', false, 'invited'],
			['Cleo Chair', true, 'invited']
		]);
		setQuorum(db, cast.lead, { boardQuorum: 4, version: councilOf(db)?.version ?? 0 });
		expect(meetingNow(db, meeting).quorum).toBe(2);
		planMeeting(db, cast.lead, details, before);
		expect(meetingNow(db, { number: 2 }).quorum).toBe(4);
	});
	test('is refused for a day in the past and while nobody is on the board', () => {
		expect(planMeeting(db, cast.lead, { ...details, heldOn: '2026-11-20' }, before)).toMatchObject({ code: 'past', field: 'heldOn' });
		db.delete(grants).run();
		expect(code(planMeeting(db, cast.lead, details, before))).toBe('no-members');
	});
	test('it is moved forward, never to the past, and not once it has decided', () => {
		aRecommendation(db);
		aMember(db, 'third', 'Thea Third');
		const meeting = aMeeting(db);
		const change = (heldOn: string, today: string) =>
			changeMeeting(db, cast.lead, meeting, { ...details, heldOn, version: meetingNow(db, meeting).version }, today);
		expect(change('2026-11-20', before)).toMatchObject({ code: 'past', field: 'heldOn' });
		expect(change('2026-12-10', before)).toMatchObject({ ok: true });
		expect(meetingNow(db, meeting).heldOn).toBe('2026-12-10');
		change(boardDay, before);
		allPresent(db, meeting);
		decideOn(db, firstItem(db, meeting), { decision: 'accept' });
		expect(code(change('2026-12-10', boardDay))).toBe('decided');
		expect(code(cancelMeeting(db, cast.lead, meeting, meetingNow(db, meeting).version))).toBe('decided');
		expect(
			changeMeeting(db, cast.lead, meeting, { ...details, place: 'Room 4', version: meetingNow(db, meeting).version }, '2027-01-01')
		).toMatchObject({ ok: true });
	});
	test('a stale save shows both texts', () => {
		const meeting = aMeeting(db);
		changeMeeting(db, cast.lead, meeting, { ...details, place: 'Room 4', version: 1 }, before);
		expect(changeMeeting(db, cast.chair, meeting, { ...details, place: 'Room 5', version: 1 }, before)).toMatchObject({
			code: 'stale',
			conflict: { by: 'Lena Lead', fields: [{ name: 'place', theirs: 'Room 4', mine: 'Room 5' }] }
		});
	});
	test('cancelled, what was on its agenda waits again and nothing more is recorded', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		const item = firstItem(db, meeting);
		expect(whatWaits(db, boardDay)).toEqual([]);
		expect(cancelMeeting(db, cast.lead, meeting, meetingNow(db, meeting).version)).toMatchObject({ ok: true });
		expect(whatWaits(db, boardDay)).toHaveLength(1);
		expect(code(giveView(db, cast.member, item, view, before))).toBe('cancelled');
		expect(code(decideOn(db, item, { decision: 'accept' }))).toBe('cancelled');
		expect(code(renewMembers(db, cast.lead, meeting, meetingNow(db, meeting).version))).toBe('cancelled');
	});
	test('is seen by the board and the programme lead, and by nobody else', () => {
		aMeeting(db);
		for (const who of [cast.member, cast.chair, cast.lead]) expect(meetingSeen(db, who, '1').number).toBe(1);
		for (const who of [cast.viewer, cast.manager, cast.assessor, cast.administrator, cast.colleague])
			expect(() => meetingSeen(db, who, '1')).toThrow(expect.objectContaining({ status: 404 }));
		expect(() => meetingToRun(db, cast.member, '1')).toThrow(expect.objectContaining({ status: 403 }));
		for (const number of ['2', '0', '-1', 'x'])
			expect(() => meetingSeen(db, cast.chair, number)).toThrow(expect.objectContaining({ status: 404 }));
	});
});

describe('members', () => {
	test('renewed, who joined is asked and who left is taken off; views stay', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		const item = firstItem(db, meeting);
		giveView(db, cast.member, item, view, before);
		aMember(db, 'third', 'Thea Third');
		db.delete(grants).where(eq(grants.personId, 'member')).run();
		expect(renewMembers(db, cast.lead, meeting, meetingNow(db, meeting).version)).toEqual({ ok: true, joined: 1, left: 1 });
		expect(membersOf(db, meeting.id).map(({ personId }) => personId)).toEqual(['chair', 'third']);
		expect(viewsAndInterests(db, [item.id]).views).toMatchObject([{ name: 'Bo Member', isWithdrawn: false }]);
	});
	test('who left the board is not noted as present', () => {
		const meeting = aMeeting(db);
		db.delete(grants).where(eq(grants.personId, 'member')).run();
		expect(attend(db, meeting, { member: 'present' })).toMatchObject({ code: 'left-board', field: 'attendance-member' });
		expect(attend(db, meeting, { member: 'apologies' })).toMatchObject({ ok: true });
	});
	test('apologies are noted before the day, presence on it', () => {
		const meeting = aMeeting(db);
		expect(attend(db, meeting, { member: 'apologies' }, before)).toMatchObject({ ok: true });
		expect(code(attend(db, meeting, { chair: 'present' }, before))).toBe('too-early');
		expect(attend(db, meeting, { chair: 'present' })).toMatchObject({ ok: true });
		expect(membersOf(db, meeting.id).map(({ attendance }) => attendance)).toEqual(['apologies', 'present']);
	});
});

describe('what waits', () => {
	test('is each kind once, never what is on an open agenda, not severe or not the board’s', () => {
		const journeyId = aJourney(db);
		const high = aFinding(db, { journeyId, severity: 'critical' });
		const low = aFinding(db, { journeyId, severity: 'medium' });
		aFinding(db, { journeyId, withdrawnReason: 'Not so' });
		aFinding(db, { source: 'assessment', journeyId: null, sourceId: null });
		aFinding(db, { journeyId: aJourney(db, { state: 'abandoned', closedReason: 'No time' }) });
		const proposed = aRecommendation(db, { findingId: low });
		aRecommendation(db, { findingId: low, state: 'withdrawn' });
		aRecommendation(db, { findingId: low, state: 'accepted' });
		const lesson = aLesson(db);
		const award = anAssessment(db, staged('1.1'), 'repairs', before, { status: 'moderated', submittedBy: 'manager', submittedOn: before });
		anAssessment(db, staged('1.1'), 'planning', before, { status: 'submitted', submittedBy: 'planner', submittedOn: before });
		const waiting = whatWaits(db, before);
		expect(waiting.map(({ kind, thingId }) => [kind, thingId])).toEqual([
			['finding', high],
			['recommendation', proposed],
			['award', award],
			['lesson', lesson]
		]);
		expect(waiting[2]?.title).toMatch(/^Housing repairs: /);
		const meeting = aMeeting(db);
		expect(whatWaits(db, before)).toEqual([]);
		const again = { things: [{ kind: 'finding' as const, thingId: high }], asks: '' };
		planMeeting(db, cast.lead, details, before);
		for (const number of [1, 2]) expect(code(addItems(db, cast.lead, meetingNow(db, { number }), again))).toBe('not-waiting');
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(whatWaits(db, before)).toHaveLength(4);
		expect(addItems(db, cast.lead, meetingNow(db, { number: 2 }), again)).toEqual({ ok: true, count: 1 });
	});
	test('costs the same number of queries however much waits', () => {
		aRecommendation(db);
		const cost = () => queriesOf(db, () => whatWaits(db, before));
		const few = cost();
		for (let i = 0; i < 6; i++) aRecommendation(db);
		expect(cost()).toBe(few);
	});
});

describe('the agenda', () => {
	test('any moves keep every item exactly once, in places of their own', () => {
		for (let i = 0; i < 5; i++) aRecommendation(db);
		const meeting = aMeeting(db);
		const ids = itemsOf(db, meeting.id).map(({ id }) => id);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(4), fc.constantFrom('up' as const, 'down' as const)), { maxLength: 8 }), (moves) => {
				for (const [at, way] of moves) {
					const expected = itemsOf(db, meeting.id).map(({ id }) => id);
					const from = expected.indexOf(ids[at] ?? '');
					const to = Math.min(Math.max(from + (way === 'up' ? -1 : 1), 0), ids.length - 1);
					expected.splice(to, 0, ...expected.splice(from, 1));
					expect(moveItem(db, cast.lead, meeting, { item: ids[at] ?? '', way, version: meetingNow(db, meeting).version }).ok).toBe(true);
					expect(itemsOf(db, meeting.id).map(({ id }) => id)).toEqual(expected);
				}
				expect(
					itemsOf(db, meeting.id)
						.map(({ id }) => id)
						.sort()
				).toEqual([...ids].sort());
			}),
			{ numRuns: 15 }
		);
	});
	test('an item is taken off and waits again, until members worked on it', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		const item = firstItem(db, meeting);
		const remove = () => removeItem(db, cast.lead, meeting, { item: item.id, version: meetingNow(db, meeting).version });
		giveView(db, cast.member, item, view, before);
		expect(remove()).toMatchObject({ code: 'touched' });
		db.delete(memberViews).run();
		expect(remove()).toMatchObject({ ok: true });
		expect(whatWaits(db, boardDay)).toHaveLength(1);
		expect(code(remove())).toBe('stale');
	});
	test('of a meeting that was held stays as it is', () => {
		aRecommendation(db);
		const meeting = aMeeting(db);
		const item = firstItem(db, meeting);
		expect(code(closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, before))).toBe('too-early');
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		const { version } = meetingNow(db, meeting);
		expect(code(addItems(db, cast.lead, meeting, { things: [{ kind: 'recommendation', thingId: item.thingId }], asks: '' }))).toBe(
			'closed'
		);
		expect(code(removeItem(db, cast.lead, meeting, { item: item.id, version }))).toBe('closed');
		expect(code(moveItem(db, cast.lead, meeting, { item: item.id, way: 'up', version }))).toBe('closed');
		expect(code(attend(db, meeting, { chair: 'present' }))).toBe('closed');
		expect(code(giveView(db, cast.member, item, view, boardDay))).toBe('closed');
		expect(saveMinutes(db, cast.chair, meeting, { minutes: 'It was short.', version }, '2026-12-10')).toMatchObject({ ok: true });
	});
	test('minutes are not written before the day', () => {
		const meeting = aMeeting(db);
		expect(code(saveMinutes(db, cast.chair, meeting, { minutes: 'a', version: 1 }, before))).toBe('too-early');
	});
});

describe('views and interests', () => {
	test('a view is given, changed and kept by its version; what is not plain support says why', () => {
		aRecommendation(db);
		const item = firstItem(db, aMeeting(db));
		expect(code(giveView(db, cast.member, item, { ...view, view: 'do not support' }, before))).toBe('no-comment');
		expect(giveView(db, cast.member, item, view, before)).toMatchObject({ ok: true });
		expect(giveView(db, cast.member, item, { view: 'do not support', comment: 'Too dear', version: 1 }, boardDay)).toMatchObject({
			ok: true
		});
		expect(giveView(db, cast.member, item, { view: 'comment', comment: 'Hm', version: 1 }, boardDay)).toMatchObject({ code: 'stale' });
		expect(db.select().from(memberViews).all()).toMatchObject([{ view: 'do not support', comment: 'Too dear', version: 2 }]);
		expect(code(giveView(db, cast.member, item, { ...view, version: 2 }, '2026-12-04'))).toBe('too-late');
	});
	test('who left the board, or is deactivated, gives none', () => {
		aRecommendation(db);
		const item = firstItem(db, aMeeting(db));
		db.delete(grants).where(eq(grants.personId, 'member')).run();
		expect(giveView(db, cast.member, item, view, before)).toMatchObject({
			code: 'left-board',
			text: 'You are no longer a member of the board, so nothing was recorded.'
		});
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'chair')).run();
		expect(code(giveView(db, cast.chair, item, view, before))).toBe('left-board');
		expect(code(giveView(db, aMember(db, 'third', 'Thea Third'), item, view, before))).toBe('not-member');
		expect(db.select().from(memberViews).all()).toEqual([]);
	});
	test('a declared interest withdraws the view given before, and lets no other be given', () => {
		aRecommendation(db);
		const item = firstItem(db, aMeeting(db));
		giveView(db, cast.member, item, view, before);
		expect(declareInterest(db, cast.member, item, 'My sister lives there')).toMatchObject({ ok: true });
		const { views, interests: declared } = viewsAndInterests(db, [item.id]);
		expect(views).toMatchObject([{ isWithdrawn: true }]);
		expect(viewsInWords(views)).toBe('');
		expect(declared).toMatchObject([{ name: 'Bo Member', what: 'My sister lives there' }]);
		expect(code(giveView(db, cast.member, item, { ...view, version: 1 }, before))).toBe('interest');
		expect(code(declareInterest(db, cast.member, item, 'Again'))).toBe('declared');
		expect(code(declareInterest(db, cast.chair, item, ' '))).toBe('no-interest');
		expect(db.select().from(interests).all()).toHaveLength(1);
	});
	test('none on an item that is decided', () => {
		aRecommendation(db);
		aMember(db, 'third', 'Thea Third');
		const meeting = aMeeting(db);
		const item = firstItem(db, meeting);
		allPresent(db, meeting);
		decideOn(db, item, { decision: 'accept' });
		expect(code(giveView(db, cast.member, item, view, boardDay))).toBe('decided');
		expect(code(declareInterest(db, cast.member, item, 'x'))).toBe('decided');
	});
	test('views are summed in words', () => {
		const of = (view: 'support' | 'comment' | 'do not support', isWithdrawn = false) => ({ view, isWithdrawn });
		expect(viewsInWords([of('support'), of('support'), of('do not support'), of('comment', true)])).toBe('2 support, 1 does not support');
	});
});

describe('the home page of a member', () => {
	const needs = (who: keyof typeof cast, today: string) =>
		needsOf(db, cast[who], today)
			.filter(({ href }) => href.startsWith('/board'))
			.map(({ title }) => title);
	test('says what waits for their view before the next meeting, and the chair’s what is to be decided', () => {
		for (let i = 0; i < 3; i++) aRecommendation(db);
		const meeting = aMeeting(db);
		const [one, two] = itemsOf(db, meeting.id);
		if (!one || !two) throw new Error('Two are wanted');
		expect(needs('member', before)).toEqual(['Give your view on 3 items before the board meets']);
		giveView(db, cast.member, one, view, before);
		declareInterest(db, cast.member, two, 'My sister lives there');
		expect(needs('member', before)).toEqual(['Give your view on 1 item before the board meets']);
		expect(needs('chair', boardDay)).toEqual([
			'Give your view on 3 items before the board meets',
			'Record decisions on 3 items of meeting 1'
		]);
		expect(needs('member', '2026-12-04')).toEqual([]);
		expect(needs('lead', before)).toEqual([]);
		closeMeeting(db, cast.chair, meeting, meetingNow(db, meeting).version, boardDay);
		expect(needs('chair', boardDay)).toEqual([]);
	});
});

describe('papers and the log', () => {
	beforeEach(() => aMember(db, 'third', 'Thea Third'));

	test('each kind has its paper, with value and saving worked out in words', () => {
		aRecommendation(db);
		aFinding(db);
		aLesson(db);
		anAssessment(db, staged('1.1 2.1'), 'repairs', before, {
			status: 'moderated',
			submittedBy: 'manager',
			submittedOn: before,
			answered: { '1.1': { rating: 'L' } }
		});
		const items = itemsOf(db, aMeeting(db).id);
		const papers = papersOf(db, items, before);
		const paper = (kind: string) => papers.get(items.find((item) => item.kind === kind)?.id ?? '');
		expect(paper('recommendation')).toMatchObject({ over: 'Recommendation 1 · Repair to a council home' });
		expect(paper('recommendation')?.facts).toContainEqual(['Value', '4.33 of 5']);
		expect(
			paper('recommendation')
				?.parts.find(({ heading }) => heading === 'How the saving is worked out')
				?.points?.join(' ')
		).toContain('1,200 contacts avoided a year by phone');
		expect(paper('finding')?.facts).toContainEqual(['Severity', 'High']);
		expect(paper('finding')?.parts[0]?.points).toHaveLength(2);
		expect(paper('award')?.about).toMatch(/^Housing repairs: .* after moderation/);
		expect(paper('award')?.parts[0]?.points?.[0]).toMatch(/^1\.1 Criterion 1\.1: /);
		expect(paper('lesson')?.facts).toContainEqual(['Step of the method', 'Gather']);
	});

	test('the log is searched, narrowed, sorted and taken away, with what happened since', () => {
		for (let i = 0; i < 3; i++) aRecommendation(db);
		const meeting = aMeeting(db);
		allPresent(db, meeting);
		const [one, two, three] = itemsOf(db, meeting.id);
		if (!one || !two || !three) throw new Error('Three are wanted');
		decideOn(db, one, { decision: 'accept' });
		decideOn(db, two, { decision: 'reject', reason: 'A 100% waste' });
		decideOn(db, three, { decision: 'accept' });
		decideOn(db, two, { decision: 'accept', reason: 'Cheaper now' });
		const numbers = (query: string, today = boardDay) =>
			decisionsLogged(db, logFiltersIn(new URLSearchParams(query)), {}, today).rows.map(({ number }) => number);
		expect(numbers('')).toEqual([4, 3, 2, 1]);
		expect(numbers('order=ascending')).toEqual([1, 2, 3, 4]);
		expect(numbers('sort=title')).toEqual([1, 2, 4, 3]);
		expect(numbers('decision=reject')).toEqual([2]);
		expect(numbers('q=100%25')).toEqual([2]);
		expect(numbers('q=_')).toEqual([]);
		expect(numbers('standing=superseded')).toEqual([2]);
		expect(numbers('standing=stands&kind=recommendation&meeting=1')).toEqual([4, 3, 1]);
		expect(numbers('since=none')).toEqual([2]);
		expect(numbers('since=late', '2027-02-01')).toEqual([4, 3, 1]);
		const action = () => actionSeen(db, cast.lead, '1');
		moveAction(db, cast.manager, action(), { status: 'done', completedOn: '2027-01-10', version: 1 }, '2027-02-01');
		reviewAction(db, cast.manager, action(), { outcome: 'measure moved', outcomeText: 'Up', version: 2 }, '2027-02-01');
		expect(numbers('since=done', '2027-02-01')).toEqual([1]);
		expect(countLogged(db, logFiltersIn(new URLSearchParams('since=late')), '2027-02-01')).toBe(2);
		const filters = logFiltersIn(new URLSearchParams('sort=title&order=descending&q=slot'));
		expect(logQueryOf(filters)).toBe('?q=slot&sort=title&order=descending');
		expect(decisionsLogged(db, filters, { after: 3 }, boardDay)).toMatchObject({
			rows: [{ number: 4 }, { number: 2 }, { number: 1 }],
			previous: 4,
			next: null
		});
		expect(decisionsLogged(db, filters, { before: 1 }, boardDay).rows.map(({ number }) => number)).toEqual([3, 4, 2]);
		const rows = [...logTable(db, logFiltersIn(new URLSearchParams('order=ascending')), '2027-02-01').rows];
		expect(rows[0]).toMatchObject({
			decision: 'Accepted',
			since: 'Action 1, Morgan Manager: done 10 Jan 2027, in time. Yes, the measure moved'
		});
		expect(rows[1]).toMatchObject({ decision: 'Rejected', supersededBy: 4, since: '' });
		expect(rows[2]?.since).toBe('Action 2, Morgan Manager: late, due 31 Jan 2027');
	});
});
