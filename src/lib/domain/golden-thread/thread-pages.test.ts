import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { people } from '#lib/domain/access/tables.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { write, type Database } from '#lib/server/database.ts';
import { allBelow, belowPage } from './below-page.server.ts';
import { belowAskedIn } from './below-kinds.ts';
import { firstBreaks } from './breaks-page.server.ts';
import { outlineAskedIn } from './outline-asked.ts';
import { outlinePage } from './outline-page.server.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { strandPage } from './strand-page.server.ts';
import { strandParents, strands, strandTies } from './tables.ts';
import { threadOf } from './thread.server.ts';
import { thingSeen, thingsSeen } from './things/seeing.server.ts';
import { tiedOfEach } from './tied-view.server.ts';
import { upPage } from './up-page.server.ts';

const today = '2026-11-22';
let db: Database;
const put = (id: string, number: number, level: typeof strands.$inferInsert.level, parents: string[], more = {}) => {
	db.insert(strands)
		.values({ id, number, level, title: `Strand ${id}`, ownedBy: 'Somebody', position: number, ...more })
		.run();
	for (const parentId of parents) db.insert(strandParents).values({ strandId: id, parentId }).run();
};
const tieTo = (strandId: string, kind: typeof strandTies.$inferInsert.kind, thing: string) =>
	db.insert(strandTies).values({ strandId, kind, thing, tiedBy: 'lead', tiedAt: 1 }).run();
const anAction = (id: string, number: number, serviceId: string) =>
	db
		.insert(actions)
		.values({
			id,
			number,
			title: `Action ${id}`,
			serviceId,
			ownerId: serviceId === 'repairs' ? 'manager' : 'planner',
			startOn: today,
			dueOn: '2026-12-31',
			reviewOn: '2027-01-31'
		})
		.run();
const strand = (id: string) => threadOf(db).byId.get(id)!;
const below = (id: string, query = '', person = cast.lead) =>
	belowPage(db, person, strand(id), belowAskedIn(new URLSearchParams(query)), today);

beforeEach(() => {
	db = testDatabase();
	put('v', 1, 'vision', []);
	put('p', 2, 'priority', ['v']);
	for (let n = 0; n < 60; n++) put(`s${n}`, 10 + n, 'service objective', ['p'], { serviceId: n % 2 ? 'repairs' : 'planning' });
	anAction('a1', 1, 'repairs');
	anAction('a2', 2, 'planning');
	tieTo('s1', 'action', 'a1');
	tieTo('s2', 'action', 'a2');
});

describe('what serves a strand, as a list', () => {
	test('strands are paged, with a count of all; searched by what they are called and where they belong', () => {
		const first = below('v');
		expect([first.total, first.rows.length, first.previous, first.next]).toEqual([61, 50, null, 50]);
		const second = below('v', 'from=50');
		expect([second.rows.length, second.previous, second.next]).toEqual([11, 0, null]);
		expect(below('v', 'from=9999').rows).toHaveLength(1);
		expect(below('v', 'level=priority').rows.map(({ title }) => title)).toEqual(['Strand p']);
		expect(below('v', 'text=housing+repairs').total).toBe(30);
		expect(below('v', 'sort=title').rows[0]?.title).toBe('Strand p');
		expect(allBelow(db, cast.lead, strand('v'), belowAskedIn(new URLSearchParams()), today)).toHaveLength(61);
	});

	test('services once each, by name; actions only those that are seen', () => {
		expect(below('v', 'what=services').rows.map(({ title }) => title)).toEqual(['Housing repairs', 'Planning applications']);
		expect(below('v', 'what=action').total).toBe(2);
		expect(below('v', 'what=action', cast.manager).rows.map(({ title }) => title)).toEqual(['Action a1']);
		expect(below('s1', 'what=action').rows.map(({ title }) => title)).toEqual(['Action a1']);
		expect(below('v', 'what=nonsense').total).toBe(61);
	});
});

test('the page of a strand counts what is below it as far as it is seen', () => {
	expect(strandPage(db, cast.lead, strand('v'), today)).toMatchObject({
		strandsBelow: 61,
		services: { total: 2 },
		actions: { total: 2, open: 2 },
		moreBelow: 'action'
	});
	expect(strandPage(db, cast.manager, strand('v'), today).actions.total).toBe(1);
	const [, second] = strandPage(db, cast.lead, strand('v'), today).knots;
	expect(second?.beside).toEqual({ count: 0, first: [], under: 1 });
	const third = strandPage(db, cast.lead, strand('s0'), today).knots[2]!;
	expect([third.beside.count, third.beside.first.length, third.beside.under]).toEqual([59, 5, 2]);
});

test('the outline draws what is open, or every strand page by page', () => {
	const page = (query = '') => outlinePage(db, cast.lead, outlineAskedIn(new URLSearchParams(query)));
	// sixty below the priority are more than fit: it stands folded
	expect(page().folded).toMatchObject({ open: [1], isWhole: false });
	expect(page().folded?.lines[0]?.children[0]).toMatchObject({ number: 2, serving: 60, isOpen: false, children: [] });
	expect(page('open=1.2').folded?.lines[0]?.children[0]?.children).toHaveLength(50);
	expect(page('open=none').folded?.lines).toHaveLength(1);
	expect(page('open=all').paged).toMatchObject({ found: 62, from: 0, to: 50, next: 50 });
	expect(page('open=all&from=50').paged?.lines[0]?.children[0]?.children).toHaveLength(12);
	expect(page('text=planning').paged).toMatchObject({ found: 30, next: null });
});

test('from an action up: every way to the vision, for whoever sees it', () => {
	const action = thingSeen(db, cast.manager, 'action', 'a1', today);
	const { ways } = upPage(db, cast.manager, action, today);
	expect(ways.map(({ line }) => line)).toEqual(['Strand v — Strand p — Strand s1']);
	expect(ways[0]?.knots.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
	db.delete(strandParents).where(eq(strandParents.strandId, 'p')).run();
	expect(upPage(db, cast.manager, action, today).ways).toMatchObject([{ line: '', knots: [{ title: 'Strand s1' }] }]);
	expect(upPage(db, cast.lead, thingSeen(db, cast.lead, 'action', 'a2', today), today).ways).toHaveLength(1);
	expect(() => thingSeen(db, cast.manager, 'action', 'a2', today)).toThrow();
});

describe('what is kept of the thread', () => {
	const asked = () => {
		let again = false;
		untilThreadChanges(db, 'a test', () => (again = true));
		return again;
	};
	test('is worked out anew after whatever it hangs on, by whatever code', () => {
		db.insert(measures)
			.values({
				id: 'm',
				number: 900,
				key: 'm',
				name: 'M',
				theme: 'contacts',
				position: 1,
				unit: 'number',
				numerator: 'N',
				direction: 'higher',
				staleAfter: 60
			})
			.run();
		const changes: [string, () => unknown][] = [
			['a strand', () => db.update(strands).set({ title: 'Other' }).where(eq(strands.id, 'v')).run()],
			['what serves what', () => db.delete(strandParents).where(eq(strandParents.strandId, 's5')).run()],
			['a tie', () => tieTo('s9', 'measure', 'm')],
			[
				'an action that is dropped',
				() => db.update(actions).set({ status: 'dropped', droppedReason: 'No' }).where(eq(actions.id, 'a1')).run()
			],
			['a measure that is retired', () => db.update(measures).set({ retiredOn: today }).where(eq(measures.id, 'm')).run()],
			['a name of a service', () => db.update(services).set({ name: 'Repairs' }).where(eq(services.id, 'repairs')).run()],
			['a name of an owner', () => db.update(people).set({ name: 'Somebody Else' }).where(eq(people.id, 'lead')).run()]
		];
		asked();
		for (const [what, change] of changes) {
			expect(asked(), `before ${what}`).toBe(false);
			change();
			expect(asked(), what).toBe(true);
		}
	});

	test('stays after what has nothing to do with it', () => {
		asked();
		anAction('a3', 3, 'repairs');
		db.update(actions).set({ title: 'Other words' }).where(eq(actions.id, 'a1')).run();
		db.update(people).set({ jobTitle: 'Lead' }).where(eq(people.id, 'lead')).run();
		expect(asked()).toBe(false);
	});

	test('never outlives a write that was taken back', () => {
		const titles = () => threadOf(db).strands[0]?.title;
		expect(titles()).toBe('Strand v');
		expect(() =>
			write(db, (tx) => {
				tx.update(strands).set({ title: 'Gone' }).where(eq(strands.id, 'v')).run();
				expect(titles()).toBe('Gone');
				throw new Error('taken back');
			})
		).toThrow('taken back');
		expect(titles()).toBe('Strand v');
	});
});

test('breaks are counted, not read, where only the first are shown', () => {
	const { total, first } = firstBreaks(db, cast.lead, {}, 5);
	expect(first).toHaveLength(5);
	// 62 without a measure, 58 with nothing below: two have an action
	expect(total).toBe(62 + 58);
	anAction('a4', 4, 'repairs');
	expect(firstBreaks(db, cast.lead, {}, 5).total).toBe(62 + 58 + 1);
	expect(firstBreaks(db, cast.lead, { service: 'repairs' }, 5).total).toBe(30 + 29 + 1);
	expect(firstBreaks(db, cast.planner, {}, 5).total).toBe(62 + 58);
});

test('what is retired can still be read up from, and what is not known is left out of a list', () => {
	db.insert(measures)
		.values({
			id: 'm',
			number: 900,
			key: 'm',
			name: 'M',
			theme: 'contacts',
			position: 1,
			unit: 'number',
			numerator: 'N',
			direction: 'higher',
			staleAfter: 60,
			retiredOn: today
		})
		.run();
	tieTo('s1', 'measure', 'm');
	expect(thingSeen(db, cast.lead, 'measure', 'm', today)).toMatchObject({ title: 'M', state: 'retired' });
	expect(thingsSeen(db, cast.lead, 'measure', { most: 500 }, today).some(({ thing }) => thing === 'm')).toBe(false);
	expect(tiedOfEach(db, cast.lead, 'measure', ['m', 'nowhere'], today)).toMatchObject({ of: { m: [{ id: 's1' }] } });
	expect(tiedOfEach(db, cast.lead, 'measure', ['nowhere'], today)?.of).toEqual({});
	expect(tiedOfEach(db, cast.colleague, 'measure', ['m'], today)).toBeNull();
});
