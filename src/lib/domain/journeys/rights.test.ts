import { isHttpError } from '@sveltejs/kit';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { aJourney } from '../../../../tests/support/journeys.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { filtersIn, queryOf } from './filters.ts';
import { journeySeen, journeyToReview } from './finding.server.ts';
import { countJourneys, everyJourney, journeysListed, servicesCrossed } from './listing.server.ts';
import { seesJourneys } from './sight.server.ts';

let db: Database;
let id: string;
beforeEach(() => {
	db = testDatabase();
	id = aJourney(db, { team: ['manager', 'colleague'], crosses: ['planning'] });
	aJourney(db, {
		name: 'Planning application',
		words: 'I want to build',
		serviceId: 'contact-centre',
		customer: 'internal',
		endOn: '2026-10-01'
	});
});

function answer(look: () => unknown): number {
	try {
		look();
		return 200;
	} catch (problem) {
		if (isHttpError(problem)) return problem.status;
		throw problem;
	}
}
const list = (person: Person, query = '') =>
	journeysListed(db, person, filtersIn(new URLSearchParams(query)), {}).rows.map(({ number }) => number);

describe('who sees a journey and who may review it', () => {
	test.each([
		['its own manager', cast.manager, 200, 200],
		['the manager of a service it crosses', cast.planner, 200, 403],
		['the manager of another service', cast.corporateManager, 404, 404],
		['the programme lead', cast.lead, 200, 200],
		['an assessor of the whole council', cast.assessor, 200, 403],
		['the board’s chair', cast.chair, 200, 403],
		['a board member', cast.member, 200, 403],
		['a colleague in its team', cast.colleague, 200, 200],
		['an advisor', cast.advisor, 404, 404],
		['a viewer', cast.viewer, 404, 404],
		['an administrator', cast.administrator, 404, 404]
	])('%s', (_name, person, sees, reviews) => {
		expect(answer(() => journeySeen(db, person, id))).toBe(sees);
		expect(answer(() => journeyToReview(db, person, id))).toBe(reviews);
		// the list shows what the page shows
		expect(list(person).includes(1)).toBe(sees === 200);
		expect(seesJourneys(db, person)).toBe(sees === 200 || person === cast.corporateManager);
	});
});

test('the list is narrowed and sorted, and its addresses say how', () => {
	expect(list(cast.lead)).toEqual([2, 1]);
	expect(list(cast.lead, 'sort=name')).toEqual([2, 1]);
	expect(list(cast.lead, 'sort=end&order=descending')).toEqual([1, 2]);
	expect(list(cast.lead, 'text=BUILD')).toEqual([2]);
	expect(list(cast.lead, 'text=100%')).toEqual([]);
	expect(list(cast.lead, 'service=planning')).toEqual([1]);
	expect(list(cast.lead, 'customer=internal')).toEqual([2]);
	expect(list(cast.lead, 'state=finished')).toEqual([]);
	expect(list(cast.manager, 'who=mine')).toEqual([1]);
	expect(list(cast.lead, 'who=mine')).toEqual([]);
	const filters = filtersIn(new URLSearchParams('sort=name&state=open&nonsense=1&customer=alien'));
	expect(queryOf(filters)).toBe('?state=open&sort=name');
	expect(countJourneys(db, cast.lead, filtersIn(new URLSearchParams()))).toEqual({ all: 2, open: 2 });
	expect(servicesCrossed(db, cast.planner).map(({ value }) => value)).toEqual(['repairs', 'planning']);
});

test.each(['number', 'name', 'end'])('pages by %s go on without missing or repeating a journey', (sort) => {
	for (let n = 0; n < 118; n++) aJourney(db, { name: n % 2 ? 'Same name' : `Journey ${n}`, endOn: n % 3 ? '2026-12-18' : '2026-11-30' });
	const filters = filtersIn(new URLSearchParams({ sort }));
	const first = journeysListed(db, cast.lead, filters, {});
	const second = journeysListed(db, cast.lead, filters, { after: first.next! });
	const third = journeysListed(db, cast.lead, filters, { after: second.next! });
	const numbers = [first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number));
	expect(new Set(numbers).size).toBe(120);
	expect(third.next).toBeNull();
	expect(journeysListed(db, cast.lead, filters, { before: second.previous! }).rows).toEqual(first.rows);
	expect([...everyJourney(db, cast.lead, filters)].map(({ number }) => number)).toEqual(numbers);
});
