import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { again, anAction } from '../../../../tests/support/actions.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { people } from '../access/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { calendarOf } from './feed-calendar.ts';
import { feedOf, feedSince, makeFeed, revokeFeed } from './feed.server.ts';
import { moveAction } from './moving.server.ts';
import { reviewAction } from './reviewing.server.ts';
import { calendarFeeds } from './tables.ts';

const today = '2026-11-21';
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});

function made(): string {
	const outcome = makeFeed(db, cast.manager);
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.token;
}
/** The events of a calendar, each its fields by name. */
const eventsIn = (text: string) =>
	text
		.split('BEGIN:VEVENT')
		.slice(1)
		.map((event) =>
			Object.fromEntries(
				event
					.replaceAll('\r\n ', '')
					.split('\r\n')
					.map((line) => line.split(/:(.*)/).slice(0, 2))
			)
		);

test('the token is not in the database, and what was done with it is in the trail without it', () => {
	const token = made();
	expect(JSON.stringify([db.select().from(calendarFeeds).all(), db.select().from(auditLines).all()])).not.toContain(token);
	expect(db.select().from(auditLines).all().at(-1)).toMatchObject({ what: 'made calendar address', personId: 'manager' });
	expect(feedSince(db, cast.manager)).toBeGreaterThan(0);
	expect(feedSince(db, cast.planner)).toBeNull();
});

test("it shows the due and review dates of the owner's own open actions as whole days", () => {
	const action = anAction(db, { dueOn: '2027-01-31', reviewOn: '2027-03-31' });
	anAction(db, { ownerId: 'colleague' });
	const feed = feedOf(db, made());
	const text = calendarOf(feed ?? { madeAt: 0, actions: [] }, 'https://thread.example');
	expect(eventsIn(text)).toMatchObject([
		{
			UID: `due-${action.id}@golden-thread`,
			'DTSTART;VALUE=DATE': '20270131',
			SUMMARY: 'Due: Text tenants when a repair slot moves',
			DESCRIPTION: 'Action 1\\, Housing repairs',
			'URL;VALUE=URI': 'https://thread.example/actions/1',
			SEQUENCE: '0'
		},
		{ UID: `review-${action.id}@golden-thread`, 'DTSTART;VALUE=DATE': '20270331' }
	]);
	expect(text).not.toMatch(/TZID|DTEND|League|Morgan/);
});

test('the same actions give the same text; a change keeps the event and counts up', () => {
	const action = anAction(db);
	const token = made();
	const text = () => calendarOf(feedOf(db, token) ?? { madeAt: 0, actions: [] }, 'https://thread.example');
	const before = text();
	expect(text()).toBe(before);
	moveAction(db, cast.manager, action, { status: 'at risk', version: 1 }, today);
	expect(eventsIn(text())[0]).toMatchObject({ UID: `due-${action.id}@golden-thread`, SEQUENCE: '1' });
});

test('done leaves the review until it is recorded; dropped leaves nothing', () => {
	const token = made();
	const kinds = () =>
		eventsIn(calendarOf(feedOf(db, token) ?? { madeAt: 0, actions: [] }, '')).map(({ SUMMARY }) => SUMMARY?.split(':')[0]);
	const action = anAction(db);
	moveAction(db, cast.manager, action, { status: 'done', completedOn: today, version: 1 }, today);
	expect(kinds()).toEqual(['Review']);
	reviewAction(db, cast.manager, again(db, 1), { outcome: 'no measure', outcomeText: 'Well', version: 2 }, today);
	expect(kinds()).toEqual([]);
	moveAction(db, cast.manager, anAction(db), { status: 'dropped', droppedReason: 'No', version: 1 }, today);
	expect(kinds()).toEqual([]);
});

test('replaced, ended, never made, or of somebody who left: nothing stands behind it', () => {
	const first = made();
	const second = made();
	expect(feedOf(db, first)).toBeNull();
	expect(feedOf(db, second)).not.toBeNull();
	revokeFeed(db, cast.manager);
	expect(feedOf(db, second)).toBeNull();
	expect(feedOf(db, 'guessed')).toBeNull();
	const third = made();
	db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'manager')).run();
	expect(feedOf(db, third)).toBeNull();
});
