import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { aJourney } from '../support/journeys.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
let made = 0;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** A journey of Housing repairs of its own for each test. */
function newJourney(): string {
	const { id } = served.db.select({ id: services.id }).from(services).where(eq(services.name, 'Housing repairs')).get()!;
	return aJourney(served.db, { serviceId: id, number: 5000 + made++ });
}

const inShort = (journey: string, kind: 'as-is' | 'to-be' = 'as-is') =>
	mapOf(served.db, journey, kind)?.stages.map(({ name, steps }) => `${name}: ${steps.map(({ does }) => does).join(', ')}`);

async function checkFile(page: Page, name: string, text: string) {
	await page.getByLabel('A file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Check it' }).click();
}

test.each([true, false])(
	'a map is begun from a template, taken out, and another brought in its place (JavaScript: %s)',
	async (javaScript) => {
		const journey = newJourney();
		const page = await openAs(browser, served, 'repairs.manager', { javaScript, width: javaScript ? 1280 : 320 });
		const map = `/journeys/${journey}/maps/as-is`;
		await page.goto(`${map}/start`);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Begin the map' }).click();
		await page.getByRole('alert').getByText('Choose what to begin from').waitFor();
		await page.getByRole('radio', { name: 'Template: Repair to a council home' }).check();
		await page.getByRole('button', { name: 'Begin the map' }).click();
		await page.waitForURL(`**${map}`);
		expect(inShort(journey)?.length).toBe(7);

		await page.goto(`${map}/files`);
		await expectAccessible(page);
		for (const format of ['csv', 'xlsx', 'json', 'mmd']) {
			const answer = await page.request.get(`${map}/files/map.${format}`);
			expect([answer.status(), answer.headers()['content-disposition']]).toEqual([200, expect.stringContaining(`.${format}"`)]);
		}
		await page.getByLabel('Or Mermaid text').fill('journey\n  section Report\n    Rings: 9: Customer\n');
		await page.getByRole('button', { name: 'Check it' }).click();
		await page.getByRole('alert').getByText('Line 3: the score of “Rings” must be a whole number from 0 to 5, and is “9”').waitFor();
		await expectAccessible(page);
		// what was typed is still there, to be put right
		expect(await page.getByLabel('Or Mermaid text').inputValue()).toContain('Rings: 9: Customer');
		await page.getByLabel('Or Mermaid text').fill('');

		await checkFile(page, 'map.csv', 'Stage,What the customer does\nNowhere,Rings\n');
		await page.getByText('There is no stage “Nowhere” in this map').waitFor();
		await page.getByRole('link', { name: 'Upload another file' }).click();

		await checkFile(page, 'map.mmd', 'journey\n  section Report\n    Rings: 0: Customer, Tier 1\n    Waits: 2: Customer\n');
		await page.getByText('Adds stage “Report”').waitFor();
		await expectAccessible(page);
		expect(inShort(journey)?.length).toBe(7);
		await page.getByRole('button', { name: /^Apply/ }).click();
		await page.getByRole('heading', { name: /changes applied/ }).waitFor();
		expect(inShort(journey)).toEqual(['Report: Rings, Waits']);
		await page.context().close();
	}
);

test('a to-be map is begun from the as-is map, and one that is begun cannot be begun again', async () => {
	const journey = newJourney();
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto(`/journeys/${journey}/maps/as-is/start`);
	await page.getByRole('radio', { name: 'Template: Planning application' }).check();
	await page.getByRole('button', { name: 'Begin the map' }).click();
	await page.waitForURL(`**/journeys/${journey}/maps/as-is`);
	await page.goto(`/journeys/${journey}/maps/to-be/start`);
	expect(await page.getByRole('radio', { name: 'From the as-is map' }).isChecked()).toBe(true);
	await page.getByRole('button', { name: 'Begin the map' }).click();
	await page.waitForURL(`**/journeys/${journey}/maps/to-be`);
	expect(inShort(journey, 'to-be')).toEqual(inShort(journey));
	await page.goto(`/journeys/${journey}/maps/to-be/start`);
	await page.getByRole('heading', { name: 'This map is begun already' }).waitFor();
	await expectAccessible(page);
	await page.context().close();
});

test('who may only read the journey takes the map out and brings nothing in', async () => {
	const journey = newJourney();
	const manager = await openAs(browser, served, 'repairs.manager');
	await manager.goto(`/journeys/${journey}/maps/as-is/start`);
	await manager.getByRole('radio', { name: 'Empty', exact: true }).check();
	await manager.getByRole('button', { name: 'Begin the map' }).click();
	await manager.waitForURL(`**/journeys/${journey}/maps/as-is`);
	const page = await openAs(browser, served, 'board.member');
	await page.goto(`/journeys/${journey}/maps/as-is/files`);
	expect(await page.getByRole('button', { name: 'Check it' }).count()).toBe(0);
	expect((await page.request.get(`/journeys/${journey}/maps/as-is/files/map.csv`)).status()).toBe(200);
	expect((await page.request.get('/schemas/journey-map-1.json')).status()).toBe(200);
	await expectAccessible(page);
	await page.context().close();
	await manager.context().close();
});
