import { beforeEach, expect, test } from 'vitest';
import {
	allPresent,
	aFinding,
	aMeeting,
	aMember,
	aRecommendation,
	boardDay,
	decideOn,
	firstItem,
	meetingNow
} from '../../../../tests/support/board.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { actionSeen } from '../actions/finding.server.ts';
import { moveAction } from '../actions/moving.server.ts';
import { reviewAction } from '../actions/reviewing.server.ts';
import type { Person } from '../access/person.ts';
import { planMeeting } from './planning.server.ts';
import { decisionsShown } from './decisions-about.server.ts';
import { meetingFiltersIn, meetingQueryOf } from './meetings-filters.ts';
import { countMeetings, meetingsListed, yearsOfMeetings } from './meetings-listing.server.ts';
import { meetingsTable } from './meetings-table.server.ts';
import { cancelMeeting } from './planning.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	aMember(db, 'third', 'Thea Third');
});

test('the page of a finding shows what was decided about it and what is recommended for it, and what happened since', () => {
	const findingId = aFinding(db, { severity: 'critical' });
	const recommendationId = aRecommendation(db, { findingId });
	aRecommendation(db);
	const meeting = aMeeting(db);
	allPresent(db, meeting);
	const shown = (person: Person, today = boardDay) =>
		decisionsShown(
			db,
			person,
			[
				{ kind: 'finding', thingId: findingId },
				{ kind: 'recommendation', thingId: recommendationId }
			],
			today
		);
	expect(shown(cast.manager)).toEqual({ seesBoard: false, decisions: [] });
	decideOn(db, firstItem(db, meeting, 'finding'), { decision: 'accept' });
	const item = firstItem(db, meeting, 'recommendation');
	decideOn(db, item, { decision: 'reject', reason: 'Too dear' });
	decideOn(db, item, { decision: 'accept', reason: 'Cheaper now' });
	expect(shown(cast.manager).decisions).toMatchObject([
		{ number: 3, kind: 'recommendation', decision: 'accept', meeting: 1, decidedOn: boardDay, supersedes: 2, mark: { text: 'Under way' } },
		{ number: 2, decision: 'reject', supersededBy: 3, since: [], nothingYet: 'It was rejected, so nothing was to be done.' },
		{ number: 1, kind: 'finding' }
	]);
	const action = () => actionSeen(db, cast.lead, '1');
	moveAction(db, cast.manager, action(), { status: 'done', completedOn: '2027-01-10', version: 1 }, '2027-02-01');
	reviewAction(db, cast.manager, action(), { outcome: 'measure moved', outcomeText: 'Up', version: 2 }, '2027-02-01');
	const [latest] = shown(cast.member, '2027-02-01').decisions;
	expect(latest).toMatchObject({
		mark: { text: 'Done' },
		since: ['Action 1, Morgan Manager: done 10 Jan 2027, in time. Yes, the measure moved']
	});
	expect([cast.member, cast.lead, cast.assessor].map((person) => shown(person).seesBoard)).toEqual([true, true, false]);
});

test('meetings are narrowed by state and period, sorted both ways and taken away', () => {
	for (const heldOn of ['2027-03-04', '2026-12-03', '2027-01-07'])
		planMeeting(db, cast.lead, { heldOn, startsAt: '14:00', place: 'Room 2' }, '2026-11-21');
	cancelMeeting(db, cast.lead, meetingNow(db, { number: 1 }), 1);
	const filters = (query: string) => meetingFiltersIn(new URLSearchParams(query));
	const numbers = (query: string, place = {}) => meetingsListed(db, filters(query), place, '2027-01-07').rows.map(({ number }) => number);
	expect(numbers('')).toEqual([1, 3, 2]);
	expect(numbers('order=ascending')).toEqual([2, 3, 1]);
	expect(numbers('sort=number')).toEqual([3, 2, 1]);
	expect(numbers('state=cancelled')).toEqual([1]);
	expect(numbers('period=coming')).toEqual([1, 3]);
	expect(numbers('period=past')).toEqual([2]);
	expect(numbers('period=2027&state=planned')).toEqual([3]);
	expect(numbers('period=yesterday&state=lost&sort=place')).toEqual([1, 3, 2]);
	expect(numbers('', { after: 3 })).toEqual([2]);
	expect(numbers('', { before: 3 })).toEqual([1]);
	expect(numbers('sort=number&order=ascending', { after: 1 })).toEqual([2, 3]);
	expect(countMeetings(db, filters('period=2027'), '2027-01-07')).toBe(2);
	expect(yearsOfMeetings(db)).toEqual(['2027', '2026']);
	expect([...meetingsTable(db, filters('sort=number&order=ascending'), '2027-01-07').rows]).toMatchObject([
		{ number: 1, heldOn: '2027-03-04', state: 'Cancelled', place: 'Room 2', items: 0, decided: 0 },
		{ number: 2, state: 'Planned' },
		{ number: 3 }
	]);
	expect(meetingQueryOf(filters(''))).toBe('');
	const chosen = filters('state=held&period=2026&sort=number&order=ascending');
	expect(meetingFiltersIn(new URLSearchParams(meetingQueryOf(chosen)))).toEqual(chosen);
});
