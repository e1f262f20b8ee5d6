import { beforeEach, expect, test } from 'vitest';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { aScore, leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { advisorsListed, advisorsTable, countAdvisors, staffFiltersIn } from '../paf-sheets/staff-listing.server.ts';
import { appealsListed, appealsTable, countAppeals } from './appeals-listing.server.ts';
import { appealFiltersIn, isNarrowedTo, listQuery, monthFiltersIn, scoreFiltersIn } from './list-filters.ts';
import { ownResults, ownResultsSummed, resultFilters, teamResults } from './listing.server.ts';
import { countMonths, monthsListed, monthsTable, monthsThatOpen, monthsToChoose } from './months-listing.server.ts';
import { openMonth } from './months.server.ts';
import { countToScore, toScoreListed, toScoreTable } from './to-score-listing.server.ts';

let db: ReturnType<typeof testDatabase>;
const query = (text = '') => new URLSearchParams(text);
beforeEach(() => {
	db = testDatabase();
	teamsAtWork(db);
});

test('every list of PAF reads an index, and sorts at most what is alike, or a person’s own', () => {
	const months = planOfList(db, () => monthsListed(db, cast.assessor, monthFiltersIn(query()), {}));
	expect(months).toContain('service USING INDEX service_by_name');
	expect(months).toContain('paf_month USING INDEX one_paf_month_a_service');
	expect(months).not.toContain('TEMP B-TREE');
	const waiting = planOfList(db, () => appealsListed(db, leader, appealFiltersIn(query()), {}));
	expect(waiting).toContain('paf_appeal USING INDEX appeal_by_outcome');
	expect(waiting).not.toContain('TEMP B-TREE FOR ORDER BY');
	const advisors = planOfList(db, () => advisorsListed(db, leader, staffFiltersIn(query()), {}));
	expect(advisors).toContain('service USING INDEX service_by_name');
	expect(advisors).toContain('staff_member USING INDEX staff_by_team');
	expect(advisors).not.toContain('TEMP B-TREE FOR ORDER BY');
	const results = planOfList(db, () => teamResults(db, leader, resultFilters(query()), {}));
	expect(results).toContain('paf_assessment USING INDEX paf_assessment_by_number');
	expect(results).not.toContain('TEMP B-TREE');
	expect(planOfList(db, () => toScoreListed(db, cast.assessor, scoreFiltersIn(query()), {}))).toContain('paf_assessment_by_assessor');
	expect(planOfList(db, () => ownResults(db, cast.advisor, resultFilters(query()), {}))).toContain('paf_assessment_by_staff');
});

test('months stand by service, the newest first or the oldest, and are paged to and fro, narrowed and taken away', () => {
	for (const month of ['2026-08', '2026-09', '2026-10']) openMonth(db, cast.manager, { serviceId: 'repairs', month, quotas: {} });
	const listed = (text: string, place = {}) => monthsListed(db, cast.manager, monthFiltersIn(query(text)), place).rows;
	const newest = listed('');
	expect(newest.map(({ month }) => month)).toEqual(['2026-10', '2026-09', '2026-08']);
	expect(listed('', { after: newest[0]!.id }).map(({ month }) => month)).toEqual(['2026-09', '2026-08']);
	expect(listed('', { before: newest[2]!.id }).map(({ month }) => month)).toEqual(['2026-10', '2026-09']);
	expect(listed('order=oldest').map(({ month }) => month)).toEqual(['2026-08', '2026-09', '2026-10']);
	expect(listed('month=2026-09&state=open').map(({ month }) => month)).toEqual(['2026-09']);
	expect([listed('state=closed'), listed('service=planning')]).toEqual([[], []]);
	expect([...monthsTable(db, cast.manager, monthFiltersIn(query())).rows]).toHaveLength(3);
	expect(monthsToChoose(db, cast.manager).map(({ label }) => label)).toEqual(['October 2026', 'September 2026', 'August 2026']);
	expect([countMonths(db, cast.manager, monthFiltersIn(query())), countMonths(db, cast.planner, monthFiltersIn(query()))]).toEqual([3, 0]);
});

test('the months that can be opened are the next, this one and the twelve before', () => {
	const months = monthsThatOpen('2026-11-22');
	expect([months.length, months[0], months[1], months.at(-1)]).toEqual([14, '2026-12', '2026-11', '2025-11']);
});

test('advisors stand by team and name, are looked for by name, and paged to and fro', () => {
	const listed = (text: string, place = {}) => advisorsListed(db, cast.manager, staffFiltersIn(query(text)), place).rows;
	const all = listed('');
	expect(all).toHaveLength(10);
	expect(listed('', { after: all[3]!.id }).map(({ id }) => id)).toEqual(all.slice(4).map(({ id }) => id));
	expect(listed('', { before: all[4]!.id }).map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
	const [one] = all;
	expect(listed(`name=${encodeURIComponent(one!.name)}`).map(({ name }) => name)).toContain(one!.name);
	expect(listed('name=%25')).toEqual([]);
	expect([...advisorsTable(db, leader, staffFiltersIn(query())).rows]).toHaveLength(countAdvisors(db, leader, staffFiltersIn(query())));
});

test('an advisor pages through their own results, and nobody else’s', () => {
	for (const month of ['2026-08', '2026-09']) aScore(db, { staffId: 'first-1', quality: 80, month });
	aScore(db, { staffId: 'second-1', quality: 70, month: '2026-07' });
	const listed = (text: string, place = {}) => ownResults(db, cast.advisor, resultFilters(query(text)), place).rows;
	expect(listed('').map(({ month }) => month)).toEqual(['2026-09', '2026-08']);
	expect(listed('order=oldest').map(({ month }) => month)).toEqual(['2026-08', '2026-09']);
	expect(listed('month=2026-08&staff=second-1').map(({ month }) => month)).toEqual(['2026-08']);
	expect(ownResultsSummed(db, cast.advisor).months).toEqual(['2026-09', '2026-08']);
	expect(ownResultsSummed(db, otherLeader)).toEqual({ waiting: 0, months: [] });
});

test('nothing to score, no appeal: the lists are empty, and so are their tables', () => {
	expect([countToScore(db, cast.assessor, scoreFiltersIn(query())), countAppeals(db, leader, appealFiltersIn(query()))]).toEqual([0, 0]);
	expect([...toScoreTable(db, cast.assessor, scoreFiltersIn(query())).rows]).toEqual([]);
	expect([...appealsTable(db, leader, appealFiltersIn(query())).rows]).toEqual([]);
});

test('an address says what goes without saying no more than once', () => {
	expect(listQuery({ ...appealFiltersIn(query('show=upheld&team=&order=sideways')) }, { after: 3 })).toBe('?show=upheld&after=3');
	expect([isNarrowedTo(monthFiltersIn(query('order=oldest'))), isNarrowedTo(scoreFiltersIn(query('channel=phone')))]).toEqual([
		false,
		true
	]);
});
