import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#lib/domain/access/tables.ts';
import { allRoutes, filled } from '../support/addresses.ts';
import { councilAtWork, type Things } from '../support/council-at-work.ts';
import { serve, type Served } from '../support/served.ts';

/*
 * Every page, export and JSON below /paf, asked as everybody for one named advisor, whose scored call has a note for the leader.
 * Only the advisor, their leader, the manager of their service and who scored the call learn what was scored of them; the note to the leader never reaches the advisor.
 */
const shared = 'To practise: say what happens next';
const hidden = 'Private: ask how the new rota is going';

let served: Served;
let things: Things;
beforeAll(async () => {
	served = await serve();
	things = (await councilAtWork(served.db)).repairs.draft;
});
afterAll(() => served.stop());

const ask = async (who: string, address: string) => {
	const response = await fetch(served.origin + address, { headers: { cookie: await served.cookieOf(who) }, redirect: 'manual' });
	return response.text();
};

/** The addresses that can be filled in with what the tests know. */
function addresses(): string[] {
	return allRoutes()
		.filter(({ address, reads }) => reads && address.startsWith('/paf'))
		.flatMap(({ address }) => {
			try {
				const at = filled(address, { ...things, format: 'json' });
				return [at, `${at}?format=csv`, `${at}/__data.json`];
			} catch {
				return [];
			}
		});
}

test('what was scored of an advisor is read by those it is for, and by nobody else', async () => {
	const everybody = served.db.select({ email: people.email }).from(people).all();
	const readers = { shared: new Set<string>(), hidden: new Set<string>() };
	const all = [...addresses(), '/', '/account'];
	expect(all.length).toBeGreaterThan(40);
	for (const { email } of everybody) {
		const who = email.split('@')[0] ?? '';
		for (const address of all) {
			const text = await ask(who, address);
			if (text.includes(shared)) readers.shared.add(who);
			if (text.includes(hidden)) readers.hidden.add(who);
		}
	}
	expect([...readers.shared].sort()).toEqual(['advisor', 'assessor', 'contact.manager', 'team.leader']);
	expect([...readers.hidden].sort()).toEqual(['assessor', 'contact.manager', 'team.leader']);
}, 240_000);

test('what is held about the advisor has their score, and not the note to the leader', async () => {
	const id = served.db
		.select({ id: people.id, email: people.email })
		.from(people)
		.all()
		.find(({ email }) => email.startsWith('advisor@'))?.id;
	const text = await ask('administrator', `/admin/people/${id}/held.json`);
	expect(text).toContain(shared);
	expect(text).not.toContain(hidden);
});
