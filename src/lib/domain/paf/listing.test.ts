import { beforeEach, expect, test } from 'vitest';
import { aScore, leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { monthsWithResults, resultFilters, teamResults, teamResultsToExport } from './listing.server.ts';

let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
	teamsAtWork(db);
	for (const month of ['2026-08', '2026-09', '2026-10']) aScore(db, { staffId: 'first-1', quality: 80, month });
	aScore(db, { staffId: 'second-1', quality: 70, month: '2026-07' });
});
const filters = (query: string) => resultFilters(new URLSearchParams(query));

test('months to choose from are those with results in sight', () => {
	expect(monthsWithResults(db, leader)).toEqual(['2026-10', '2026-09', '2026-08']);
	expect(monthsWithResults(db, otherLeader)).toEqual(['2026-07']);
	expect(monthsWithResults(db, cast.advisor)).toEqual([]);
});

test('results come the newest first, or the oldest, and both are paged to and fro and taken away alike', () => {
	for (const [query, order] of [
		['', ['2026-10', '2026-09', '2026-08']],
		['order=oldest', ['2026-08', '2026-09', '2026-10']]
	] as const) {
		const months = (place: { after?: number; before?: number }) => teamResults(db, leader, filters(query), place).rows;
		const all = months({});
		expect(all.map(({ month }) => month)).toEqual(order);
		expect(months({ after: all[0]!.number }).map(({ month }) => month)).toEqual(order.slice(1));
		expect(months({ before: all[2]!.number }).map(({ month }) => month)).toEqual(order.slice(0, 2));
		expect([...teamResultsToExport(db, leader, filters(query))].map(({ month }) => month)).toEqual(order);
	}
	expect(teamResults(db, leader, filters('month=2026-09'), {}).rows).toHaveLength(1);
});
