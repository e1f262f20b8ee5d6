import { and, eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { strandPage } from '#lib/domain/golden-thread/strand-page.server.ts';
import { threadOf } from '#lib/domain/golden-thread/thread.server.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { programmes, visits } from '#lib/domain/mystery-shopping/tables.ts';
import { services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { teamMonths } from '#lib/domain/paf-summaries/tables.ts';
import { tablesOf, type ReportTable } from '#lib/reports/description.ts';
import { goldenThreadReport } from '#lib/reports/golden-thread/thread-report.server.ts';
import { launchBrowser } from '../support/browser.ts';
import { personOf } from '../support/council-at-work.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { readReport } from '../support/reading-reports.ts';
import { serve, type Served } from '../support/served.ts';
import { wordsOf } from '../support/words-of.ts';

vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let served: Served;
let of: { service: string; team: string };
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const service = served.db.select().from(services).where(eq(services.name, 'Contact centre')).get()!.id;
	const team = served.db
		.select()
		.from(teams)
		.where(and(eq(teams.serviceId, service), eq(teams.name, 'Telephone team')))
		.get()!.id;
	of = { service: `service ${service}`, team: `team ${team}` };
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const today = dayOf(Date.now());
const objective = 'Say who does what and by when in every contact that leaves something to do';
const shopped = 'Before you hang up you know what happens next';
const scored = 'Performance assessment of Telephone team';
const everybody = [
	'programme.lead',
	'contact.manager',
	'repairs.manager',
	'board.member',
	'councillor',
	'assessor',
	'team.leader',
	'advisor',
	'shopper'
];
const formats = ['', '/__data.json', '/pdf', '/xlsx', '/json', '/csv?table=behaviours', '/csv?table=own-objectives', '/csv?table=up'];

/** The words of the report as somebody gets it, in every form; where a table is not in it, there is no CSV of it. */
async function wordsFor(who: string, scope: string): Promise<{ format: string; words: string }[]> {
	const cookie = await served.cookieOf(who);
	const found: { format: string; words: string }[] = [];
	for (const format of formats) {
		const address = new URL(`/reports/golden-thread${format}`, served.origin);
		if (scope) address.searchParams.set('of', scope);
		const answer = await fetch(address, { headers: { cookie } });
		expect([200, 404], `${who} ${format}`).toContain(answer.status);
		if (answer.status === 200) found.push({ format, words: await wordsOf(answer) });
	}
	expect(found.length, `${who} ${scope}`).toBeGreaterThan(4);
	return found;
}

/** Without spaces: a line may end at a hyphen. */
const together = (text: string) => text.replaceAll(/\s/g, '');

const readersOf = async (text: string, scope = '') => {
	const readers: string[] = [];
	for (const who of everybody) {
		const told = (await wordsFor(who, scope)).filter(({ words }) => words.includes(text));
		if (told.length) readers.push(who);
	}
	return readers.sort();
};

test('for each role the report says of a strand what its own page says, by the same figures', () => {
	for (const who of ['programme.lead', 'contact.manager', 'councillor', 'team.leader']) {
		const person = personOf(served.db, who);
		const tables = tablesOf(goldenThreadReport(served.db, person, '', today));
		const rows = (id: string) => tables.find((table) => table.id === id)?.rows ?? [];
		const thread = threadOf(served.db);
		const ends = thread.strands.filter(
			({ id, ownerId, level }) => !thread.children.get(id)?.length && (!ownerId || level !== 'individual objective')
		);
		expect(ends.length).toBeGreaterThan(10);
		for (const strand of ends) {
			const page = strandPage(served.db, person, strand, today);
			const where = `${who}: ${strand.title}`;
			const told = rows('behaviours').filter(({ strands }) => String(strands).split('; ').includes(strand.title));
			expect(told.map(({ behaviour, kept, of: n }) => [behaviour, kept, n]).sort(), where).toEqual(
				page.behaviours.map(({ name, kept }) => [name, kept.numerator, kept.denominator]).sort()
			);
			const knot = page.knots.find(({ number }) => number === strand.number)!;
			const measured = rows('measures').filter(({ proves }) => String(proves).split('; ').includes(strand.title));
			expect(measured.map(({ measure, latest }) => [measure, latest]).sort(), where).toEqual(
				knot.measures.map(({ name, latest }) => [name, latest]).sort()
			);
			const row = rows(strand.level.replaceAll(' ', '-')).find(({ strand: title }) => title === strand.title)!;
			expect(row.state, where).toBe(knot.mark.text);
			expect(String(row.below).startsWith(`${page.actions.total} action`), where).toBe(page.actions.total > 0);
		}
		for (const { service, level } of rows('awards')) {
			const id = served.db
				.select()
				.from(services)
				.where(eq(services.name, String(service)))
				.get()!.id;
			const own = thread.strands.find(({ serviceId }) => serviceId === id)!;
			const shown = strandPage(served.db, person, own, today).services.first.find((one) => one.id === id);
			expect(shown?.agreed?.level ?? null, `${who}: ${service}`).toBe(level);
		}
	}
});

test('page, PDF, workbook, CSV and JSON hold the same, for the council and for what is chosen', async () => {
	const page = await openAs(browser, served, 'programme.lead');
	await page.goto('/reports/golden-thread');
	await page.getByRole('heading', { level: 1, name: /strands are covered/ }).waitFor();
	await expectAccessible(page);
	const ids = { 'Services and their awards': 'awards', 'Measures that prove it': 'measures', Breaks: 'breaks' };
	const { tables, begins, pdf } = await readReport(page, ids);
	for (const table of tables) {
		expect(table.page.length).toBeGreaterThan(5);
		for (const form of [table.json, table.xlsx, table.csv]) expect(form).toEqual(table.page);
		// a row lost from the paper is no report
		for (const [name] of table.page.slice(1)) expect(together(pdf.text)).toContain(together(name!));
	}
	expect(begins).toBe('%PDF-');
	// one decimal to read, two to take away
	const coverage = page.getByRole('table', { name: 'Coverage, level by level' });
	expect(await coverage.innerText()).toMatch(/Service objective\s+15\s+17\s+88\.2/);
	expect(await (await page.request.get('/reports/golden-thread/csv?table=coverage')).text()).toContain('Service objective,15,17,88.24');
	await page.getByRole('combobox', { name: 'Whose thread' }).selectOption({ label: 'Team Telephone team, Contact centre' });
	await page.getByRole('button', { name: 'Show' }).click();
	await page.getByRole('heading', { level: 1, name: /^Telephone team: \d+ of \d+ strands/ }).waitFor();
	expect(
		await page
			.getByRole('table', { name: /^Team objectives/ })
			.getByRole('row')
			.count()
	).toBeGreaterThan(1);
	expect(await page.getByRole('table', { name: /^Service objectives/ }).count()).toBe(0);
	await page.getByRole('combobox', { name: 'Whose thread' }).selectOption({ label: 'Housing repairs' });
	await page.getByRole('button', { name: 'Show' }).click();
	await page.getByRole('heading', { level: 1, name: /^Housing repairs: \d+ of \d+ strands/ }).waitFor();
	await page.context().close();
});

test('on a phone, without JavaScript, an adviser reads their own thread up to the vision', async () => {
	const page = await openAs(browser, served, 'advisor', { width: 320, javaScript: false });
	await page.goto('/reports/golden-thread');
	await page.getByRole('combobox', { name: 'Whose thread' }).selectOption({ label: 'Your own' });
	await page.getByRole('button', { name: 'Show' }).click();
	await page.getByRole('heading', { level: 1, name: /^Your golden thread/ }).waitFor();
	const said = await page.getByRole('main').innerText();
	expect(said).toContain(objective);
	expect(said).toContain('A borough where everyone is heard and looked after — ');
	expect(await page.getByRole('link', { name: /^Keep this report/ }).count()).toBe(0);
	await expectAccessible(page);
	await page.context().close();
	for (const { format, words } of await wordsFor('advisor', 'own'))
		if (format === '/pdf' || format === '/json' || format === '/xlsx')
			expect(words.replaceAll(/\s+/g, ' '), format).toContain('who does what');
});

test('objectives and advisers are in nobody’s report but their own, in whatever form', async () => {
	const names = served.db.select({ name: staff.name }).from(staff).where(eq(staff.isAdvisor, true)).all();
	expect(names.length).toBeGreaterThan(10);
	for (const who of everybody) {
		// every page knows the name of whoever is signed in
		const others = names.filter(({ name }) => name !== personOf(served.db, who).name);
		for (const scope of ['', of.service, of.team])
			for (const { format, words } of await wordsFor(who, scope)) {
				const body = format ? words : words.slice(words.indexOf('<main'), words.indexOf('</main>'));
				expect(body.includes(objective), `${who} ${scope} ${format}`).toBe(false);
				for (const { name } of others) expect(body.includes(name), `${who} reads ${name} in ${scope}${format}`).toBe(false);
			}
	}
	expect(await readersOf(objective, 'own')).toEqual(['advisor']);
});

test('results of behaviours are read by those who see them elsewhere, and by nobody below what was promised', async () => {
	expect(await readersOf(shopped)).toEqual([
		'assessor',
		'board.member',
		'contact.manager',
		'councillor',
		'programme.lead',
		'repairs.manager'
	]);
	expect(await readersOf(scored)).toEqual(['assessor', 'board.member', 'contact.manager', 'councillor', 'programme.lead', 'team.leader']);
	// the notice promised nothing below the council, and everything there is comes from one service
	const one = of.service.split(' ')[1]!;
	served.db.update(programmes).set({ level: 'council' }).run();
	served.db.update(visits).set({ serviceId: one }).run();
	expect(await readersOf(shopped)).toEqual([]);
	// four people are too few
	served.db.update(teamMonths).set({ people: 4 }).run();
	expect(await readersOf(scored)).toEqual([]);
	expect(await readersOf(scored, of.team)).toEqual([]);
});

test('the kept golden thread is for those who read live all that is in it', async () => {
	for (const [who, status] of [
		['programme.lead', 200],
		['councillor', 200],
		['contact.manager', 404],
		['team.leader', 404],
		['advisor', 404]
	] as const) {
		const cookie = await served.cookieOf(who);
		const answer = await fetch(`${served.origin}/reports/kept/3/json`, { headers: { cookie } });
		expect(answer.status, who).toBe(status);
		if (status !== 200) continue;
		const { sections } = (await answer.json()) as { sections: { blocks: ReportTable[] }[] };
		const owners = sections.flatMap(({ blocks }) => blocks).some(({ columns }) => columns?.some(({ key }) => key === 'owner'));
		expect(owners, who).toBe(who === 'programme.lead');
	}
});
