import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { strands } from '#lib/domain/golden-thread/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
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

const vision = 'A borough where everyone is heard and looked after';
const individual = 'Every adviser says what happens next, and by when';
const objective = 'Say who does what and by when in every contact that leaves something to do';
const numberOf = (reference: string) => served.db.select().from(strands).where(eq(strands.reference, reference)).get()!.number;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const main = (page: Page) => page.getByRole('main').innerText();

test('everybody with a role follows the vision down to an adviser’s objective and back up; the objective itself is for two', async () => {
	const knows = {
		'programme.lead': false,
		'repairs.manager': false,
		councillor: false,
		shopper: false,
		'team.leader': true,
		advisor: true
	};
	for (const [who, sees] of Object.entries(knows)) {
		const page = await openAs(browser, served, who, { javaScript: who !== 'councillor' });
		await page.goto('/thread');
		await page.getByRole('main').getByRole('link', { name: vision }).first().click();
		await heading(page, vision);
		await page.goto(`/thread/${numberOf('I1')}`);
		await heading(page, individual);
		const said = await main(page);
		expect(said.includes(objective), `${who} sees the objective`).toBe(sees);
		expect(said).toContain('of 14 advisors of the team');
		// the one line leads back up
		for (const title of ['Customers who get it right first time', 'Eight in ten enquiries are settled by whoever answers'])
			expect(said).toContain(title);
		await page.getByRole('main').getByRole('link', { name: vision }).first().click();
		await heading(page, vision);
		await page.context().close();
	}
});

test('a colleague without a role has no thread', async () => {
	const page = await openAs(browser, served, 'performance.officer');
	expect((await page.goto('/thread'))?.status()).toBe(404);
	await page.context().close();
});

for (const javaScript of [true, false])
	test(`a break is mended from the list of breaks, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
		const title = javaScript ? 'Emergency rules that anyone can follow' : 'Help with getting online in every library';
		const mend = javaScript ? /Give it an owner.*Emergency/ : /Tie a measure.*Help with getting online/;
		const page = await openAs(browser, served, 'programme.lead', { javaScript });
		await page.goto('/thread/breaks');
		await page.getByRole('link', { name: mend }).click();
		if (javaScript) {
			await page.getByLabel('Owner in words (optional)').fill('Repairs duty officer');
			await page.getByRole('button', { name: 'Save', exact: true }).click();
		} else {
			await page.getByLabel('Satisfied with the wait').check();
			await page.getByRole('button', { name: 'Tie what is ticked' }).click();
		}
		await heading(page, title);
		expect(await main(page)).toContain(javaScript ? 'The strand is changed.' : 'What you chose is tied to it.');
		await page.goto('/thread/breaks');
		expect(await page.getByRole('link', { name: mend }).count()).toBe(0);
		await page.context().close();
	});

test('a strand made its own ancestor is refused in words, and buttons move and undo', async () => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript: false });
	const [priority, commitment] = [numberOf('P1'), numberOf('C1')];
	await page.goto(`/thread/${priority}/details`);
	await page.getByLabel('Level').selectOption('commitment');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('alert').waitFor();
	expect(await page.getByRole('alert').innerText()).toContain('serves it and is a commitment');
	await page.goto('/thread/edit');
	await page.getByRole('button', { name: /^Down We will tell you when/ }).click();
	await page.getByText('The strand is moved.').waitFor();
	await page.getByRole('button', { name: /^Undo: moved a strand down/ }).click();
	await page.getByText('Your last change is undone.').waitFor();
	await page.goto(`/thread/${commitment}`);
	await heading(page, 'We will tell you when we are coming, and come');
	await page.context().close();
});

test('every page of the thread can be used by everybody, on a desk and on a phone', async () => {
	for (const width of [1280, 320]) {
		const page = await openAs(browser, served, 'programme.lead', { width });
		const strand = numberOf('T3');
		const pages = ['', '/breaks', '/picture', '/edit', '/new', '/imports', '/ready-made', '/ready-made/enfield', `/${strand}`];
		for (const address of [...pages, `/${strand}/ties`, `/${strand}/place`, `/${strand}/retirement`]) {
			await page.goto(`/thread${address}`);
			await expectAccessible(page);
		}
		await page.context().close();
	}
});
