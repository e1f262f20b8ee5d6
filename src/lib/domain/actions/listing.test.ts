import { beforeEach, expect, test } from 'vitest';
import { again, anAction } from '../../../../tests/support/actions.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { boardOf } from './board.server.ts';
import { filtersIn, queryOf } from './filters.ts';
import { actionsListed, choicesOf, countsByStatus, everyAction } from './listing.server.ts';
import { moveAction } from './moving.server.ts';
import { possibleOwners } from './owners.server.ts';
import { actions } from './tables.ts';

const today = '2026-11-21';
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});
const filters = (query = '') => filtersIn(new URLSearchParams(query));
const numbers = (query = '', who = cast.lead, place = {}) =>
	actionsListed(db, who, filters(query), place, today).rows.map(({ number }) => number);

/** 1 late, 2 on track and due in a month, 3 planning's and at risk, 4 done, 5 dropped and the colleague's. */
function five() {
	anAction(db, { dueOn: '2026-11-20', priority: 'low' });
	moveAction(db, cast.manager, anAction(db, { dueOn: '2026-12-15', priority: 'high' }), { status: 'on track', version: 1 }, today);
	moveAction(
		db,
		cast.planner,
		anAction(db, { serviceId: 'planning', ownerId: 'planner', dueOn: '2026-11-21' }),
		{ status: 'at risk', version: 1 },
		today
	);
	moveAction(db, cast.manager, anAction(db, { dueOn: '2026-11-19' }), { status: 'done', completedOn: today, version: 1 }, today);
	moveAction(db, cast.manager, anAction(db, { ownerId: 'colleague' }), { status: 'dropped', droppedReason: 'No', version: 1 }, today);
}

test('the list is narrowed by service, owner, status, priority, due date and source', () => {
	five();
	expect(numbers()).toEqual([1, 3, 2]);
	expect(numbers('status=all')).toEqual([4, 1, 3, 2, 5]);
	expect(numbers('status=late')).toEqual([1]);
	expect(numbers('status=on+track')).toEqual([2]);
	expect(numbers('status=not+started')).toEqual([]);
	expect(numbers('status=at+risk')).toEqual([3]);
	expect(numbers('status=done')).toEqual([4]);
	expect(numbers('status=dropped')).toEqual([5]);
	expect(numbers('service=planning')).toEqual([3]);
	expect(numbers('owner=colleague&status=all')).toEqual([5]);
	expect(numbers('priority=high')).toEqual([2]);
	expect(numbers('due=overdue')).toEqual([1]);
	expect(numbers('due=month')).toEqual([3, 2]);
	expect(numbers('source=gap')).toEqual([]);
	expect(numbers('source=hand')).toEqual([1, 3, 2]);
	expect(numbers('sort=priority')).toEqual([2, 3, 1]);
	expect(numbers('sort=number&order=descending')).toEqual([3, 2, 1]);
	expect(numbers('status=nonsense&sort=nonsense')).toEqual([1, 3, 2]);
});

test('counts by status take every filter but the status', () => {
	five();
	expect(countsByStatus(db, cast.lead, filters('status=done'), today)).toEqual({
		'not started': 0,
		'on track': 1,
		'at risk': 1,
		late: 1,
		done: 1,
		dropped: 1
	});
	expect(countsByStatus(db, cast.lead, filters('service=planning'), today)).toMatchObject({ 'at risk': 1, late: 0, done: 0 });
});

test('each sees the actions of their services and their own, and can narrow to no others', () => {
	five();
	expect(numbers('status=all', cast.manager)).toEqual([4, 1, 2, 5]);
	expect(numbers('status=all', cast.planner)).toEqual([3]);
	expect(numbers('status=all', cast.colleague)).toEqual([5]);
	expect(numbers('status=all', cast.viewer)).toEqual([]);
	expect(numbers('status=all', cast.administrator)).toEqual([]);
	expect(numbers('service=planning&status=all', cast.manager)).toEqual([]);
	expect(choicesOf(db, cast.colleague)).toEqual({
		services: [{ value: 'repairs', label: 'Housing repairs' }],
		owners: [{ value: 'colleague', label: 'Col League' }]
	});
});

test('pages of fifty go on and back by key, also where many are due on one day', () => {
	const { number: _, ...row } = anAction(db);
	db.insert(actions)
		.values(Array.from({ length: 119 }, (_, i) => ({ ...row, id: undefined, number: i + 2, serviceId: 'repairs' })))
		.run();
	const first = actionsListed(db, cast.lead, filters(), {}, today);
	expect([first.rows.length, first.previous, first.next]).toEqual([50, null, 50]);
	const second = actionsListed(db, cast.lead, filters(), { after: 50 }, today);
	expect([second.rows[0]?.number, second.rows.at(-1)?.number, second.previous, second.next]).toEqual([51, 100, 51, 100]);
	const third = actionsListed(db, cast.lead, filters(), { after: 100 }, today);
	expect([third.rows.length, third.previous, third.next]).toEqual([20, 101, null]);
	expect(actionsListed(db, cast.lead, filters(), { before: 101 }, today)).toEqual(second);
	expect(actionsListed(db, cast.lead, filters(), { before: 51 }, today)).toEqual(first);
	const down = filters('sort=number&order=descending');
	expect(actionsListed(db, cast.lead, down, { after: 71 }, today).rows[0]?.number).toBe(70);
	expect([...everyAction(db, cast.lead, filters(), today)]).toHaveLength(120);
});

test.each([
	['sort=due&status=all', 'action_by_due'],
	['sort=priority&status=all', 'action_by_priority'],
	['sort=number&status=all', 'action_by_number'],
	['sort=due', 'action_open_by_due'],
	['sort=priority', 'action_open_by_priority'],
	['status=late', 'action_open_by_due']
])('the list with %s reads an index and sorts nothing', (query, index) => {
	anAction(db);
	const plan = planOfList(db, () => actionsListed(db, cast.lead, filters(query), {}, today));
	expect(plan).toContain(index);
	expect(plan).not.toContain('TEMP B-TREE');
});

test('the board has a column a status, soonest due first, and says which cards a person may move', () => {
	five();
	const board = boardOf(db, cast.manager, filters(), today);
	expect(board.map(({ status, cards }) => [status, cards.map(({ number }) => number)])).toEqual([
		['not started', []],
		['on track', [2]],
		['at risk', []],
		['late', [1]],
		['done', [4]],
		['dropped', [5]]
	]);
	expect(board.flatMap(({ cards }) => cards).every(({ canMove }) => canMove)).toBe(true);
	expect(
		boardOf(db, cast.lead, filters(), today)
			.flatMap(({ cards }) => cards)
			.some(({ canMove }) => canMove)
	).toBe(false);
	const card = board[1]?.cards[0];
	moveAction(db, cast.manager, again(db, 2), { status: 'at risk', version: card?.version ?? 0 }, today);
	expect(boardOf(db, cast.manager, filters(), today)[2]?.cards[0]).toMatchObject({ number: 2, version: 3 });
});

test('list, counts and board cost a fixed number of queries', () => {
	five();
	expect(queriesOf(db, () => actionsListed(db, cast.lead, filters(), {}, today))).toBe(1);
	expect(queriesOf(db, () => countsByStatus(db, cast.lead, filters(), today))).toBe(1);
	expect(queriesOf(db, () => boardOf(db, cast.lead, filters(), today))).toBe(6);
});

test('an address says only what does not go without saying, and reads back the same', () => {
	const chosen = filters('status=late&service=repairs&sort=priority&order=descending');
	expect(queryOf(filters())).toBe('');
	expect(queryOf(chosen)).toBe('?service=repairs&status=late&sort=priority&order=descending');
	expect(filtersIn(new URLSearchParams(queryOf(chosen)))).toEqual(chosen);
});

test('whoever holds a role over the service comes first among those who may own an action', () => {
	const near = (serviceId: string | null) =>
		possibleOwners(db, serviceId)
			.filter((owner) => owner.near)
			.map(({ id }) => id);
	expect(near('repairs')).toEqual(['manager']);
	expect(near('planning')).toEqual(['planner']);
	expect(near(null)).toEqual([]);
});
