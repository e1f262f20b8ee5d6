import { mkdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demandSummaryOf } from '#lib/domain/demand/counting.server.ts';
import { contacts } from '#lib/domain/demand/tables.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { mapStages, mapSteps, maps } from '#lib/domain/maps/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { aJourney } from '../support/journeys.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
let journey: string;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** A journey of Housing repairs with an as-is map of two steps. */
function aReview(): string {
	const { db } = served;
	const repairs = db.select({ id: services.id }).from(services).where(eq(services.name, 'Housing repairs')).get()!.id;
	const id = aJourney(db, { serviceId: repairs, number: 90 + db.select().from(maps).all().length });
	const map = db.insert(maps).values({ journeyId: id, kind: 'as-is' }).returning({ id: maps.id }).get().id;
	const stage = db.insert(mapStages).values({ mapId: map, position: 1, name: 'Wait for a slot' }).returning({ id: mapStages.id }).get().id;
	for (const [position, does] of ['Reports the fault', 'Rings to ask when'].entries())
		db.insert(mapSteps).values({ mapId: map, stageId: stage, position, does }).run();
	return id;
}
const noted = (id: string) => served.db.select().from(contacts).where(eq(contacts.journeyId, id)).all();
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const shot = async (page: Page, name: string) => {
	const folder = process.env.SHOTS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test('ten contacts are typed by keyboard alone: the line keeps channel, day and step, and the cursor is back in the words', async () => {
	journey = aReview();
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto(`/journeys/${journey}/demand`);
	await page.waitForLoadState('networkidle');
	await expectAccessible(page);
	await page.getByLabel('What the customer said').focus();
	await page.keyboard.type('Where is my repair?');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Fail');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Chasing a repair');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Ph');
	for (const part of ['2', '11', '2026']) {
		await page.keyboard.press('Tab');
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type(part);
	}
	await page.keyboard.press('Tab');
	await page.keyboard.type('2.');
	await page.keyboard.press('Enter');
	await page.getByText('Saved: “Where is my repair?”').waitFor();
	for (let n = 2; n <= 10; n++) {
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('words');
		await page.keyboard.type(`Contact ${n}`);
		await page.keyboard.press('Tab');
		await page.keyboard.type(n % 2 ? 'Val' : 'Fail');
		await page.keyboard.press('Tab');
		await page.keyboard.type(n % 2 ? 'I want a repair' : 'Chasing a repair');
		await page.keyboard.press('Enter');
		await page.getByText(`Saved: “Contact ${n}”`).waitFor();
	}
	const rows = noted(journey);
	expect(rows).toHaveLength(10);
	expect(new Set(rows.map(({ channel, heardOn, stepId }) => `${channel} ${heardOn} ${stepId}`)).size).toBe(1);
	expect(rows[0]).toMatchObject({ channel: 'phone', heardOn: '2026-11-02' });
	expect(rows[0]?.stepId).not.toBeNull();
	expect(rows.filter(({ kind }) => kind === 'failure')).toHaveLength(6);
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('6 of 10 contacts (60.0%) are failure demand');
	expect(await page.locator('#type-list option').count()).toBe(2);
	await expectAccessible(page);
	await shot(page, 'demand-1280');
	await page.context().close();
});

test('what is wrong is said and nothing typed is lost; Enter in a list of choices saves as well', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto(`/journeys/${journey}/demand`);
	await page.waitForLoadState('networkidle');
	await page.getByLabel('What the customer said').fill('Only words');
	await page.getByLabel('Value or failure').focus();
	await page.keyboard.press('Enter');
	await page.getByRole('alert').getByText('Choose value or failure').waitFor();
	expect(await page.getByLabel('What the customer said').inputValue()).toBe('Only words');
	await expectAccessible(page);
	expect(noted(journey)).toHaveLength(10);
	await page.context().close();
});

test.each([true, false])('a contact is noted, put right, removed and brought back (JavaScript: %s)', async (javaScript) => {
	const id = aReview();
	const page = await openAs(browser, served, 'repairs.manager', { javaScript, width: 320 });
	await page.goto(`/journeys/${id}/demand`);
	if (javaScript) await page.waitForLoadState('networkidle');
	await page.getByRole('heading', { name: 'Nothing is in the demand log yet' }).waitFor();
	const note = page.getByRole('form', { name: 'Note a contact' });
	await note.getByLabel('What the customer said').fill('Nobody came');
	await note.getByLabel('Value or failure').selectOption('Failure');
	await note.getByLabel('What it is about').fill('Missed visit');
	await note.getByLabel('Channel').selectOption('Web');
	await note.getByLabel('Step of the as-is map').selectOption('1. Reports the fault');
	await note.getByLabel('What it is about').press('Enter');
	await page.getByText('Saved: “Nobody came”').waitFor();
	expect(await note.getByLabel('Channel').inputValue()).toBe('web');
	expect(await note.getByLabel('What the customer said').inputValue()).toBe('');
	await shot(page, `demand-320-${javaScript}`);
	await page.getByRole('link', { name: 'Edit “Nobody came”' }).click();
	await page.getByRole('heading', { name: 'Put a contact right' }).waitFor();
	if (javaScript) await expectAccessible(page);
	await page.getByLabel('What it is about').fill('Visit that did not happen');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('The contact is saved.').waitFor();
	expect(noted(id)[0]).toMatchObject({ type: 'Visit that did not happen', version: 2 });
	await page.getByRole('button', { name: 'Remove “Nobody came”' }).click();
	await page.getByText('“Nobody came” is no longer in the log.').waitFor();
	if (javaScript) await expectAccessible(page);
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByText('The contact is back in the log.').waitFor();
	await page.getByRole('cell', { name: 'Visit that did not happen' }).waitFor();
	await page.context().close();
});

test.each([true, false])(
	'a file is checked, put right and applied, and its figures stand in the summary (JavaScript: %s)',
	async (javaScript) => {
		const id = aReview();
		served.db.insert(channelCosts).values({ channel: 'phone', pence: 490 }).onConflictDoNothing().run();
		const heads = 'What the customer said,Value or failure,What it is about,Channel,Predictable,Day heard,Step';
		const page = await openAs(browser, served, 'repairs.manager', { javaScript });
		await page.goto(`/journeys/${id}/demand/import`);
		if (javaScript) await expectAccessible(page);
		await page
			.getByLabel('The file you filled in')
			.setInputFiles(file('wrong.csv', `${heads}\nHello,failure,Chasing,fax,,2026-11-01,\nHello,failure,Chasing,web,,2026-11-01,9\n`));
		await page.getByRole('button', { name: 'Check the file' }).click();
		await page.getByRole('heading', { name: '2 problems to put right' }).waitFor();
		await page.getByText('The as-is map has no step “9”').waitFor();
		await page.getByRole('link', { name: 'Upload another file' }).click();
		const lines = Array.from(
			{ length: 10 },
			(_, i) => `Contact ${i},failure,Chasing,phone,yes,2026-11-${String(i + 1).padStart(2, '0')},2`
		);
		await page.getByLabel('The file you filled in').setInputFiles(file('right.csv', [heads, ...lines].join('\n')));
		await page.getByRole('button', { name: 'Check the file' }).click();
		await page.getByRole('button', { name: 'Apply 10 changes' }).click();
		await page.getByRole('heading', { name: '10 changes applied' }).waitFor();
		expect(noted(id)).toHaveLength(10);
		await page.goto(`/journeys/${id}/demand/summary`);
		await page.getByRole('heading', { name: '“Chasing” is the commonest failure demand' }).waitFor();
		// 10 × 365 ÷ 10 days = 365 a year, at what the council says a call costs
		const { cost } = demandSummaryOf(served.db, id).whole;
		expect(cost).not.toBeNull();
		await page.getByRole('cell', { name: '365', exact: true }).first().waitFor();
		if (javaScript) await expectAccessible(page);
		await shot(page, `demand-summary-${javaScript}`);
		await page.context().close();
	}
);
