import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/server/database.ts';
import { planOfList } from '../../../../tests/support/list-plan.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { grantsInText } from './grant-in-words.ts';
import { everyPerson, listPeople } from './people-listing.server.ts';
import { people } from './tables.ts';

let db: Database;
beforeEach(() => {
	db = testDatabase();
});
const names = (query: Parameters<typeof listPeople>[1]) => listPeople(db, query).rows.map(({ name }) => name);

/** Names that only capitals and ids tell apart, so that the order of equals is tried too. */
const many = () =>
	db
		.insert(people)
		.values(Array.from({ length: 120 }, (_, i) => ({ name: i % 2 ? 'sam smith' : 'Sam Smith', email: `sam${i}@marlbourne.example` })))
		.run();

test('lists people by name in any case with their roles', () => {
	expect(names({}).slice(0, 2)).toEqual(['Ada Assessor', 'Asha Administrator']);
	expect(listPeople(db, { search: 'morgan' }).rows[0]?.roles).toBe('service manager of Housing repairs');
});

test('narrows by words, role, service and state', () => {
	expect(names({ search: 'PLANNER@' })).toEqual([cast.planner.name]);
	expect(names({ role: 'service manager' })).toEqual([cast.corporateManager.name, cast.manager.name, cast.planner.name]);
	expect(names({ role: 'service manager', serviceId: 'planning' })).toEqual([cast.planner.name]);
	db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'viewer')).run();
	db.update(people).set({ passwordHash: 'chosen' }).where(eq(people.id, 'chair')).run();
	expect(names({ state: 'deactivated' })).toEqual([cast.viewer.name]);
	expect(names({ state: 'active' })).toEqual([cast.chair.name]);
	expect(names({ search: '%' })).toHaveLength(Object.keys(cast).length);
});

test.each([{}, { descending: true }, { sort: 'email' as const }, { sort: 'jobTitle' as const }])(
	'pages of 50 hold everybody once, forwards and back: %j',
	(query) => {
		many();
		const forwards = [listPeople(db, query)];
		while (forwards.at(-1)!.next) forwards.push(listPeople(db, { ...query, after: forwards.at(-1)!.next! }));
		const all = forwards.flatMap(({ rows }) => rows.map(({ id }) => id));
		expect(new Set(all).size).toBe(forwards[0]!.total);
		expect(all).toHaveLength(forwards[0]!.total);

		const backwards = [forwards.at(-1)!];
		while (backwards[0]!.previous) backwards.unshift(listPeople(db, { ...query, before: backwards[0]!.previous! }));
		expect(backwards.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(all);
		expect([...everyPerson(db, query)].map(({ id }) => id)).toEqual(all);
	}
);

test('roles are told by kind, with what each is over', () => {
	expect(
		grantsInText([
			{ role: 'service manager', service: 'Estates' },
			{ role: 'service manager', service: 'Housing repairs' },
			{ role: 'team leader', team: 'Gas' },
			{ role: 'quality assessor' },
			{ role: 'viewer' },
			{ role: 'advisor' }
		])
	).toBe('service manager of Estates and Housing repairs; team leader of Gas; quality assessor of the whole council; viewer; advisor');
});

test('a page is read in the order of an index and never sorted', () => {
	many();
	const first = listPeople(db, {}).rows[0]!.id;
	for (const [query, index] of [
		[{ after: first }, 'person_by_name'],
		[{ sort: 'email' as const, descending: true }, 'person_by_email']
	] as const) {
		const plan = planOfList(db, () => listPeople(db, query));
		expect(plan).toContain(index);
		expect(plan).not.toContain('TEMP B-TREE');
	}
});
