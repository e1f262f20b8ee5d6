import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Person } from '#lib/domain/access/person.ts';
import { grants } from '#lib/domain/access/tables.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/calendar/dates.ts';
import { acceptVisit } from '#lib/domain/mystery-shopping/checking-visits.server.ts';
import { divisionNames } from '#lib/domain/mystery-shopping/filters.ts';
import { noteAgencyVisit } from '#lib/domain/mystery-shopping/noting-agency-visit.server.ts';
import { addProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { addWave, closeWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { waves } from '#lib/domain/mystery-shopping/tables.ts';
import { directorates, services, staff } from '#lib/domain/organisation/tables.ts';
import type { Outcome } from '#lib/domain/outcome.ts';
import { allRoutes, filled, type Route } from '../support/addresses.ts';
import { councilAtWork, personOf, type Things } from '../support/council-at-work.ts';
import { serve, type Served } from '../support/served.ts';
import { wordsOf } from '../support/words-of.ts';

/*
 * Every page, search, export, JSON, workbook and PDF about scored contacts, asked as every role: for what was written about one named
 * advisor, and for services in a programme whose notice promised nothing below the council.
 */
const asked = [
	'administrator',
	'programme.lead',
	'contact.manager',
	'repairs.manager',
	'assessor',
	'assessor.two',
	'assessor.three',
	'board.chair',
	'board.member',
	'councillor',
	'performance.officer',
	'team.leader',
	'reception.leader',
	'advisor',
	'sue.partridge',
	'shopper'
];

/** What was written about Callum Reid, and who reads it. `search` finds what a list might be searched for. */
const written = {
	'To practise: say what happens next': ['advisor', 'assessor', 'contact.manager', 'team.leader'],
	'Private: ask how the new rota is going': ['assessor', 'contact.manager', 'team.leader'],
	'A month of many new starters': ['advisor', 'contact.manager', 'team.leader'],
	'We listened to two calls together.': ['advisor', 'team.leader'],
	'Say the next step in every call': ['advisor', 'team.leader']
};
const inSight = ['/paf', '/calibrations', '/mystery-shopping', '/reports', '/findings', '/actions', '/evidence', '/recommendations'];

let served: Served;
let things: Things;
const cookies: Record<string, string> = {};
beforeAll(async () => {
	served = await serve();
	things = (await councilAtWork(served.db)).repairs.draft;
	for (const who of asked) cookies[who] = await served.cookieOf(who);
});
afterAll(() => served?.stop());
vi.setConfig({ testTimeout: 400_000 });

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.text}`);
	return outcome;
}

const ask = async (who: string, address: string) => {
	const response = await fetch(served.origin + address, { headers: { cookie: cookies[who] ?? '' }, redirect: 'manual' });
	return { status: response.status, words: await wordsOf(response) };
};

/** An address with these things in it; none where the tests know no such thing. */
function at({ address }: Route, more: Things): string[] {
	try {
		const own = address.startsWith('/mystery') ? things['wave import'] : things['ratings import'];
		return [filled(address, { ...things, import: own ?? '', ...more })];
	} catch {
		return [];
	}
}

/** Every form in which an address answers: page and its data, searched and narrowed, and each kind of file. */
function formsOf(route: Route, narrowed: string, more: Things = {}): string[] {
	if (route.address.includes('[format=report]')) return ['json', 'pdf', 'xlsx', 'csv'].flatMap((format) => at(route, { ...more, format }));
	const plain = at(route, { ...more, format: 'csv' });
	if (!route.page) return plain.flatMap((one) => [one, `${one}?format=csv&${narrowed}`, `${one}?format=xlsx`]);
	return plain.flatMap((one) => [one, `${one}?${narrowed}`, `${one}/__data.json`]);
}

/** What of these words each person reads at these addresses. */
async function readersOf(words: readonly string[], addresses: readonly string[], who: readonly string[]) {
	const readers = new Map(words.map((word) => [word, new Set<string>()]));
	const files = { pdf: 0, xlsx: 0 };
	for (const person of who)
		for (const address of addresses) {
			const { status, words: text } = await ask(person, address);
			expect(status, `${address} as ${person}`).toBeLessThan(500);
			if (status === 200 && address.endsWith('/pdf')) files.pdf++;
			if (status === 200 && address.endsWith('xlsx')) files.xlsx++;
			for (const word of words) if (text.includes(word)) readers.get(word)?.add(person);
		}
	return { readers: Object.fromEntries([...readers].map(([word, found]) => [word, [...found].sort()])), files };
}

test('what was written about an advisor is read by those it is for, in whatever form it is asked for', async () => {
	const advisor = served.db
		.select({ name: staff.name })
		.from(staff)
		.where(eq(staff.id, things.staff ?? ''))
		.get();
	const narrowed = new URLSearchParams({ staff: things.staff ?? '', who: advisor?.name ?? '', state: 'all', show: 'all', view: 'all' });
	for (const key of ['search', 'text', 'q', 'words']) narrowed.set(key, 'To practise');
	const addresses = allRoutes()
		.filter(({ address, reads }) => reads && inSight.some((room) => address.startsWith(room)))
		.flatMap((route) => formsOf(route, String(narrowed)));
	const elsewhere = ['/', '/account', '/admin/audit', `/admin/audit?${narrowed}&words=score`, '/admin/audit/export'];
	const { readers, files } = await readersOf(Object.keys(written), [...new Set(addresses), ...elsewhere], asked);
	expect(readers).toEqual(written);
	// files were read, and not only asked for
	expect(files.pdf).toBeGreaterThan(20);
	expect(files.xlsx).toBeGreaterThan(20);
});

/** A closed wave with six visits to each of two services, of a programme that promised nothing below the council: the one fails, the other passes. */
function waveOfTheCouncilAlone(manager: Person): { wave: string; names: string[] } {
	const { db } = served;
	const lead = personOf(db, 'programme.lead');
	const assessor = personOf(db, 'assessor');
	const directorateId = db.select({ id: directorates.id }).from(directorates).get()?.id ?? '';
	const names = ['Xanadu permits', 'Yonder transport'];
	const made = names.map((name) => db.insert(services).values({ name, directorateId }).returning({ id: services.id }).get().id);
	db.insert(grants)
		.values(made.map((serviceId) => ({ personId: manager.id, role: 'service manager' as const, serviceId })))
		.run();
	const today = dayOf(Date.now());
	const notice = { noticeWhat: 'That it happens', noticeWhy: 'To get better', noticeGivenOn: addDays(today, -60) };
	const { id: programme } = must(addProgramme(db, lead, { name: 'Of the council alone', aim: '', ...notice, level: 'council' }));
	const { id: wave } = must(addWave(db, lead, programme, { name: 'Whole', startOn: addDays(today, -30), endOn: addDays(today, -2) }));
	// nothing is drawn: an outside agency made these visits
	for (const [place, serviceId] of made.entries())
		for (let i = 0; i < 6; i++) {
			const answers = { A1: { value: 'yes' }, A2: { value: place ? 'yes' : 'no' }, A3: { value: 'Callum Reid told me to ring again' } };
			const visit = {
				agency: 'Clear View',
				reference: `${place}-${i}`,
				scenarioId: things.scenario ?? '',
				scorecardVersionId: 'shopping-for-addresses',
				serviceId,
				visitedAt: startOfDay(addDays(today, -10)) + 36_000_000,
				timeOfDay: 'morning' as const,
				rings: 2,
				waitSeconds: 9
			};
			must(acceptVisit(db, assessor, must(noteAgencyVisit(db, lead, wave, { ...visit, given: answers })).id, 1));
		}
	const { version } = db.select({ version: waves.version }).from(waves).where(eq(waves.id, wave)).get() ?? { version: 1 };
	must(closeWave(db, lead, wave, { version, confirmed: true }));
	return { wave, names };
}

test('of a programme that promised nothing below the council no service is told, in results, searches, reports and files', async () => {
	const manager = personOf(served.db, 'repairs.manager');
	const { wave, names } = waveOfTheCouncilAlone(manager);
	const ids = names.map((name) => served.db.select({ id: services.id }).from(services).where(eq(services.name, name)).get()?.id ?? '');
	const told = allRoutes().filter(({ address, reads }) => reads && /\[wave\]/.test(address) && /results|^\/reports/.test(address));
	const addresses = told.flatMap((route) => formsOf(route, 'by=service', { wave }));
	const results = `/mystery-shopping/waves/${wave}/results`;
	for (const by of divisionNames) addresses.push(`${results}?by=${by}`, `/reports/mystery-shopping/${wave}/csv?table=by-${by}`);
	for (const id of ids) addresses.push(`${results}?service=${id}`, `${results}?by=standard&service=${id}`);
	const { readers, files } = await readersOf([...names, 'Callum Reid told me', '12 checked visits'], addresses, asked);
	expect(readers).toEqual({
		...Object.fromEntries([...names, 'Callum Reid told me'].map((name) => [name, []])),
		// the council's own figures are read by all who may read results
		'12 checked visits': [
			'assessor',
			'assessor.three',
			'assessor.two',
			'board.chair',
			'board.member',
			'contact.manager',
			'councillor',
			'programme.lead',
			'repairs.manager'
		]
	});
	expect(files.pdf).toBeGreaterThan(5);
	const refused = await ask('programme.lead', `/reports/mystery-shopping/${wave}/csv?table=by-service`);
	expect(refused.status).toBe(403);
	expect(refused.words).toContain('Staff were promised that results are reported for the council at the lowest');
});

test('where the visits are run and checked their services are seen by those who do that, and by nobody else', async () => {
	const wave = served.db.select({ id: waves.id }).from(waves).where(eq(waves.name, 'Whole')).get()?.id ?? '';
	const run = allRoutes().filter(({ address, reads }) => reads && address.startsWith('/mystery-shopping'));
	const addresses = run
		.filter(({ address }) => !/results|\[visit\]|ties/.test(address))
		.flatMap((route) => formsOf(route, 'state=checked', { wave }));
	const { readers } = await readersOf(['Xanadu permits'], [...new Set(addresses)], asked);
	expect(readers).toEqual({ 'Xanadu permits': ['programme.lead'] });
});
