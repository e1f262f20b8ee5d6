import type { SQL } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { boardQuery, columnsQuery, countsQuery } from '#lib/domain/cycles/board-queries.server.ts';
import { heatQuery } from '#lib/domain/cycles/heat-map.server.ts';
import { cyclesQuery } from '#lib/domain/cycles/listing.server.ts';
import { targetsQuery } from '#lib/domain/cycles/listing-targets.server.ts';
import { queueQuery } from '#lib/domain/moderation/moderation-queue.server.ts';
import { movementQuery } from '#lib/domain/cycles/movement.server.ts';
import { logFiltersIn } from '#lib/domain/board/log-filters.ts';
import { aboutQuery, logQuery } from '#lib/domain/board/log.server.ts';
import { meetingFiltersIn } from '#lib/domain/board/meetings-filters.ts';
import { meetingsQuery } from '#lib/domain/board/meetings-listing.server.ts';
import { namesQuery } from '#lib/domain/audit/naming.server.ts';
import { waitingQueries } from '#lib/domain/board/waiting.server.ts';
import { cast, testDatabase } from '../support/test-database.ts';

const db = testDatabase();
const dialect = new SQLiteSyncDialect();

/** What SQLite says it will do, a line a step. */
function planOf(query: SQL): string[] {
	const { sql, params } = dialect.sqlToQuery(query);
	return db.$client
		.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
		.all(...params)
		.map(({ detail }) => detail);
}

/** Reading every row of a table. A scan in the order of an index stops at the end of the page; a scan of a JSON list is no table. */
const wholeTables = (plan: string[]) =>
	plan.filter((step) => /^SCAN /.test(step) && !/USING (COVERING )?INDEX|VIRTUAL TABLE|CONSTANT ROW|^SCAN \(subquery/.test(step));
const sorts = (plan: string[]) => plan.filter((step) => /TEMP B-TREE/.test(step));

/** Lists that are read a page at a time: in the order of an index, never sorted. Add an area's own here. */
const paged: Record<string, SQL> = {
	'progress board, by status': boardQuery('c', { sort: 'status' }, '2026-11-21'),
	'progress board, by status, second page': boardQuery('c', { sort: 'status', after: 'submitted|2027-03-31|s' }, '2026-11-21'),
	'progress board, by service': boardQuery('c', { sort: 'service', after: 'Libraries' }, '2026-11-21'),
	'progress board, one status': boardQuery('c', { sort: 'status', status: 'submitted' }, '2026-11-21'),
	'progress board, late in one directorate': boardQuery('c', { sort: 'service', late: true, directorate: 'homes' }, '2026-11-21'),
	'progress board, in columns': columnsQuery('c', { sort: 'status', directorate: 'homes' }, '2026-11-21'),
	'heat map': heatQuery('c', { basis: 'agreed' }),
	'heat map, second page': heatQuery('c', { basis: 'agreed', after: 'Homes\u001fLibraries' }),
	'heat map, one directorate': heatQuery('c', { basis: 'claimed', directorate: 'homes' }),
	cycles: cyclesQuery(),
	'decisions of the board': logQuery(logFiltersIn(new URLSearchParams()), {}, '2026-11-21', 51),
	'decisions of the board, late ones, second page': logQuery(
		logFiltersIn(new URLSearchParams('since=late&q=a')),
		{ after: 9 },
		'2026-11-21',
		51
	),
	'decisions of the board, by title, second page': logQuery(
		logFiltersIn(new URLSearchParams('sort=title')),
		{ after: 9 },
		'2026-11-21',
		51
	),
	...Object.fromEntries(
		['', 'order=ascending', 'sort=number', 'state=planned&period=coming'].map((query) => [
			`meetings of the board, ${query || 'as they come'}, second page`,
			meetingsQuery(meetingFiltersIn(new URLSearchParams(query)), { after: 4 }, '2026-11-21', 51)
		])
	),
	targets: targetsQuery('c', 'Libraries'),
	'moderation queue, whole council': queueQuery(cast.assessor, 'submitted', '2027-03-31|a'),
	'moderation queue, some services': queueQuery(
		{ ...cast.assessor, grants: [{ role: 'quality assessor', serviceId: 'repairs', teamId: null }] },
		'in moderation'
	)
};

describe('a list read a page at a time', () => {
	test.each(Object.entries(paged))('%s scans no table and sorts nothing', (_name, query) => {
		const plan = planOf(query);
		expect(wholeTables(plan)).toEqual([]);
		expect(sorts(plan)).toEqual([]);
	});
});

test('the board by completeness walks the assessments of one cycle, and no table', () => {
	const plan = planOf(boardQuery('c', { sort: 'answered', after: '4\u001fLibraries' }, '2026-11-21'));
	expect(wholeTables(plan).filter((step) => step !== 'SCAN page')).toEqual([]);
	expect(plan.join()).toMatch(/SEARCH a USING (COVERING )?INDEX \S+ \(cycle_id=\?/);
});

describe('what counts a whole cycle', () => {
	test.each([
		['by status', countsQuery('c', '2026-11-21')],
		['movement', movementQuery('c')]
	])('%s reads one index and no row', (_name, query) => {
		const plan = planOf(query);
		expect(plan).toHaveLength(1);
		expect(plan[0]).toMatch(/^SEARCH .* USING COVERING INDEX/);
	});

	test('movement of a directorate looks up only its services', () => {
		expect(wholeTables(planOf(movementQuery('c', 'homes')))).toEqual([]);
	});
});

test('the check itself notices a scan and a sort', () => {
	const plan = db.$client.prepare<unknown[], { detail: string }>('explain query plan select * from answer order by comment').all();
	const steps = plan.map(({ detail }) => detail);
	expect(wholeTables(steps)).toHaveLength(1);
	expect(sorts(steps)).toHaveLength(1);
});

test.each(Object.entries(waitingQueries('2026-12-03')))('what waits for the board as %s is found through indexes', (_kind, query) => {
	expect(wholeTables(planOf(query))).toEqual([]);
});

test('what the board decided about a finding and what is recommended for it is found through indexes', () => {
	const plan = planOf(
		aboutQuery([
			{ kind: 'finding', thingId: 'f' },
			{ kind: 'recommendation', thingId: 'r' }
		])
	);
	expect(wholeTables(plan)).toEqual([]);
	expect(plan.join()).toContain('item_by_thing');
});

test('the names in the audit trail are looked up by id, each in its table', () => {
	const plan = planOf(namesQuery(['one', 'two']));
	expect(wholeTables(plan).filter((step) => !/^SCAN (ids|found)$/.test(step))).toEqual([]);
	expect(plan.filter((step) => /^SEARCH .* \(id=\?\)/.test(step)).length).toBeGreaterThan(20);
});
