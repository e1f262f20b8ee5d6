import { beforeEach, expect, test } from 'vitest';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { filtersIn } from './filters.ts';
import { countJourneys, everyJourney, journeysListed } from './listing.server.ts';

let db: Database;
beforeEach(() => {
	db = testDatabase();
	aJourney(db, { name: 'Repair', endOn: '2027-03-01' });
	aJourney(db, { name: 'Planning', endOn: '2026-12-01', state: 'finished', serviceId: 'planning' });
	aJourney(db, { name: 'bins', endOn: '2027-01-15', crosses: ['planning'], team: ['colleague'] });
});
const filters = (query: string) => filtersIn(new URLSearchParams(query));
const names = (query: string, person: Person = cast.lead) => journeysListed(db, person, filters(query), {}).rows.map(({ name }) => name);

test.each([
	['', ['bins', 'Planning', 'Repair']],
	['sort=name', ['bins', 'Planning', 'Repair']],
	['sort=end', ['Planning', 'bins', 'Repair']],
	['sort=end&order=descending', ['Repair', 'bins', 'Planning']],
	['state=open&sort=end', ['bins', 'Repair']],
	['service=planning&sort=end', ['Planning', 'bins']],
	['text=bin', ['bins']]
])('the list with “%s” shows these, in this order', (query, expected) => {
	expect(names(query)).toEqual(expected);
	expect(countJourneys(db, cast.lead, filters(query)).all).toBe(expected.length);
	expect([...everyJourney(db, cast.lead, filters(query))].map(({ name }) => name)).toEqual(expected);
});

test('each sees the journeys of their services and their teams', () => {
	expect(names('sort=end', cast.planner)).toEqual(['Planning', 'bins']);
	expect(names('', cast.colleague)).toEqual(['bins']);
});

test('pages by the last day go on where the one before ended, and back again', () => {
	for (let i = 0; i < 60; i++) aJourney(db, { name: `More ${i}`, endOn: `2027-05-${String((i % 20) + 10)}` });
	const wanted = filters('sort=end');
	const first = journeysListed(db, cast.lead, wanted, {});
	expect([first.rows.length, first.previous]).toEqual([50, null]);
	const second = journeysListed(db, cast.lead, wanted, { after: first.next! });
	expect([second.rows.length, second.next]).toEqual([13, null]);
	expect(journeysListed(db, cast.lead, wanted, { before: second.previous! })).toEqual(first);
	expect(new Set([...first.rows, ...second.rows].map(({ number }) => number)).size).toBe(63);
});

test.each([
	['', 'journey_by_number'],
	['sort=name', 'journey_by_name'],
	['sort=end', 'journey_by_last_day'],
	['sort=end&order=descending', 'journey_by_last_day'],
	['state=open&sort=end', 'journey_by_end']
])('the list with “%s” reads an index and sorts nothing', (query, index) => {
	const plan = planOfList(db, () => names(query));
	expect(plan).toContain(index);
	expect(plan).not.toContain('TEMP B-TREE');
});
