import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { measures } from '#lib/domain/measures/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { personOf } from '../support/council-at-work.ts';
import { expectAccessible, expectNoTrouble, openAs } from '../support/pages.ts';
import { readReport } from '../support/reading-reports.ts';
import { serve, type Served } from '../support/served.ts';

vi.setConfig({ testTimeout: 120_000 });

let browser: Browser;
let served: Served;
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const title = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const cellOf = (page: Page, table: string, row: string, column: number) =>
	page
		.getByRole('table', { name: new RegExp(`^${table}`) })
		.getByRole('row', { name: row })
		.getByRole('cell')
		.nth(column);
const idOf = (name: string) => served.db.select().from(services).where(eq(services.name, name)).get()?.id ?? '';

test.each([true, false])(
	'the council is narrowed to a service, a channel and some months by address (JavaScript: %s)',
	async (javaScript) => {
		const lead = await openAs(browser, served, 'programme.lead', { javaScript });
		await lead.goto('/reports');
		await lead.getByRole('link', { name: /^Performance at a glance/ }).click();
		await lead.getByRole('heading', { level: 1, name: /Marlbourne Borough Council/ }).waitFor();
		await expectAccessible(lead);
		await lead.getByLabel('Service', { exact: true }).selectOption({ label: 'Housing repairs' });
		await lead.getByLabel('Months', { exact: true }).selectOption({ label: 'The latest 6 months' });
		await lead.getByRole('button', { name: 'Show' }).click();
		await lead.getByRole('heading', { level: 1, name: /^Housing repairs/ }).waitFor();
		const address = new URL(lead.url());
		expect([address.searchParams.get('service'), address.searchParams.get('months')]).toEqual([idOf('Housing repairs'), '6']);
		await expectAccessible(lead);
		// the address alone says the view
		const manager = await openAs(browser, served, 'repairs.manager', { javaScript });
		await manager.goto(address.pathname + address.search);
		expect(await title(manager)).toBe(await title(lead));
		const other = await openAs(browser, served, 'planning.manager', { javaScript });
		expect((await other.goto(address.pathname + address.search))?.status()).toBe(404);
		for (const page of [lead, manager, other]) await page.context().close();
	}
);

test('each part is a link from the first page that keeps what was chosen, and all of it stands on one page', async () => {
	const lead = await openAs(browser, served, 'programme.lead');
	const chosen = `?service=${idOf('Housing repairs')}&months=6`;
	await lead.goto(`/glance${chosen}`);
	const parts = lead.getByRole('navigation', { name: 'Parts' }).getByRole('link');
	const addresses = await parts.evaluateAll((links: HTMLAnchorElement[]) => links.map(({ pathname, search }) => pathname + search));
	expect(addresses.length).toBeGreaterThan(10);
	for (const address of addresses) expect(address).toMatch(/^\/glance\/[a-z-]+\?service=[^&]+&months=6$/);
	const found = await parts.first().innerText();
	await parts.first().click();
	expect(await title(lead)).toBe(found);
	await expectAccessible(lead);
	await lead.goto(`/glance/everything${chosen}`);
	for (const part of ['Targets not met', 'A figure for each theme', 'Contacts by channel', 'All figures'])
		expect(await lead.getByRole('table', { name: new RegExp(`^${part}`) }).count(), part).toBe(1);
	await expectAccessible(lead);
	expectNoTrouble(lead);
	await lead.context().close();
});

test('a month that comes in changes the dashboard', async () => {
	const lead = await openAs(browser, served, 'programme.lead');
	await lead.goto('/glance/demand');
	const before = await cellOf(lead, 'Contacts by channel', 'Phone', 0).innerText();
	const contacts = served.db.select().from(measures).where(eq(measures.key, 'contacts')).get()!;
	const last = served.db.$client
		.prepare<[], string>("select max(period) from measure_sum where measure = (select number from measure where key = 'contacts')")
		.pluck()
		.get()!;
	const place = {
		measureId: contacts.id,
		serviceId: idOf('Housing repairs'),
		teamId: null,
		channel: 'phone' as const,
		period: last,
		denominator: null
	};
	const stood = served.db.$client
		.prepare<[number, string, string], number>(
			`select v.numerator from measure_value v join measure_place p on p.id = v.place where v.measure = ? and v.period = ? and v.superseded_in is null
			and p.service_id = ? and p.team_id is null and p.channel = 'phone'`
		)
		.pluck()
		.get(contacts.number, last, place.serviceId)!;
	const entered = enterValues(
		served.db,
		personOf(served.db, 'programme.lead'),
		{ origin: 'imported', reason: 'A week was missing' },
		[{ ...place, numerator: stood + 1000 }],
		dayOf(Date.now())
	);
	expect(entered.ok).toBe(true);
	await lead.reload();
	const digits = (text: string) => Number(text.replaceAll(',', ''));
	expect(digits(await cellOf(lead, 'Contacts by channel', 'Phone', 0).innerText())).toBe(digits(before) + 1000);
	expectNoTrouble(lead);
	await lead.context().close();
});

test('page, JSON, workbook and CSV hold the same figures', async () => {
	const lead = await openAs(browser, served, 'programme.lead');
	await lead.goto('/glance');
	const { tables, begins } = await readReport(lead, { 'Targets not met': 'not-met' });
	expect(begins).toBe('%PDF-');
	for (const { page, json, xlsx, csv } of tables) {
		expect(page.length).toBeGreaterThan(3);
		expect(json).toEqual(page);
		expect(xlsx).toEqual(page);
		expect(csv).toEqual(page);
	}
	await lead.context().close();
});

test('a viewer reads the released months, a shopper nothing', async () => {
	const viewer = await openAs(browser, served, 'councillor');
	await viewer.goto('/glance');
	await viewer.getByText('From the months that are released.').waitFor();
	await expectAccessible(viewer);
	const shopper = await openAs(browser, served, 'shopper');
	expect((await shopper.goto('/glance'))?.status()).toBe(404);
	for (const page of [viewer, shopper]) await page.context().close();
});
