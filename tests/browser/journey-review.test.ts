import { eq } from 'drizzle-orm';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journeys, personas } from '#lib/domain/journeys/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { aMappedJourney } from '../support/mapped-journey.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/* A service manager sets a review up, page by page, with scripts and without; the programme lead makes the next toolkit of what it taught. */
let browser: Browser;
let served: Served;
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const shots = process.env.SHOTS;

/** Nothing is wrong with the page, wide and narrow. */
async function look(page: Page, name: string): Promise<void> {
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		await expectAccessible(page);
		if (shots) mkdirSync(shots, { recursive: true });
		if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
	}
	await page.setViewportSize({ width: 1280, height: 900 });
}

test.each([false, true])('a review is set up and led through its steps (JavaScript: %s)', async (javaScript) => {
	const words = `I want a pitch at the market, ${javaScript ? 'at once' : 'soon'}`;
	const page = await openAs(browser, served, 'repairs.manager', { javaScript });
	await page.goto('/journeys');
	await look(page, 'list');
	await page.getByRole('link', { name: 'Start a review' }).click();
	await heading(page, 'Start a review');
	await press(page, 'Start the review');
	await page.getByRole('alert').getByText('Enter the journey in the customer’s words').waitFor();
	await look(page, 'new-errors');
	await page.getByLabel('In the customer’s words').fill(words);
	await page.getByLabel('Name of the journey').fill(`Market pitch ${javaScript}`);
	await page.getByLabel('External').check();
	await page.getByLabel('Leading service').selectOption({ label: 'Housing repairs' });
	await press(page, 'Start the review');
	await said(page, 'The review is started');
	await heading(page, `“${words}”`);
	await look(page, 'review-new');
	const review = new URL(page.url()).pathname;
	const id = review.split('/').at(-1) ?? '';

	// scope: what is missing leads to where it is put right
	await page.getByRole('link', { name: 'Begin with scope' }).click();
	await page.getByRole('link', { name: 'Name a sponsor' }).click();
	await heading(page, 'Change the journey');
	await page.getByLabel('Why it is reviewed').fill('Traders ring four times');
	await page.getByLabel('Where the journey starts').fill('A trader hears of a free pitch');
	await page.getByLabel('Where the journey ends').fill('The first market day');
	const sponsor = page.getByLabel('Sponsor', { exact: false }).and(page.locator('select'));
	await sponsor.selectOption({ index: 1 });
	await look(page, 'details');
	await press(page, 'Save');
	await said(page, 'The journey is changed.');

	await page.goto(`${review}/services`);
	await page.getByLabel('Planning applications').check();
	await look(page, 'services');
	await press(page, 'Save');
	await said(page, 'The services it crosses are changed.');

	await page.goto(`${review}/team`);
	const person = page.getByLabel('Person', { exact: true });
	const option = await person
		.locator('option', { hasText: /Performance/i })
		.first()
		.getAttribute('value');
	await person.selectOption(option);
	await page.getByLabel('What they do in the review').fill('brings the figures');
	await press(page, 'Add to the team');
	await said(page, 'The team is changed.');
	await look(page, 'team');

	await page.goto(`${review}/methods`);
	await page.getByLabel('Method', { exact: true }).selectOption('shadowing');
	await page.getByLabel('With whom').fill('Two traders on a Tuesday');
	await press(page, 'Note this method');
	await said(page, 'The method is noted.');
	await look(page, 'methods');

	for (const name of ['Trader with a van', 'Baker at home']) {
		await page.goto(`${review}/personas/new`);
		await page.getByLabel('Who they are').fill(name);
		await page.getByLabel('Facts').fill('Works before dawn\nHas no office');
		await page.getByLabel('Needs').fill('An answer by text');
		await press(page, 'Add this persona');
		await said(page, 'The persona is added.');
	}
	await press(page, 'Move up Baker at home');
	await said(page, 'The persona is moved.');
	const order = served.db.select().from(personas).where(eq(personas.journeyId, id)).orderBy(personas.position).all();
	expect(order.map(({ name }) => name)).toEqual(['Baker at home', 'Trader with a van']);
	await look(page, 'personas');

	// the step page says what is missing, holds the toolkit and takes the mark
	await page.goto(`${review}/progress/scope`);
	await page.getByText('All that this step asks for is there').waitFor();
	await page.getByText('Write the journey down as a customer would say it').waitFor();
	await look(page, 'step');
	await page.getByLabel('Note').fill('Agreed with the sponsor');
	await press(page, 'Mark as done');
	await said(page, 'The step is marked as done.');
	await press(page, 'Take the mark back');
	await page.getByRole('alert').getByText('Enter why it is not done after all').waitFor();
	await page.getByLabel('Why is it not done after all?').fill('A service is missing');
	await press(page, 'Take the mark back');
	await said(page, 'The mark is taken back.');
	await press(page, 'Mark as done');
	await said(page, 'The step is marked as done.');
	await page.goto(review);
	await page.getByRole('link', { name: 'Continue with gather' }).waitFor();
	await look(page, 'review');

	// it cannot be finished with nothing in it
	await page.getByRole('link', { name: 'Finish or abandon' }).click();
	await heading(page, 'The review cannot be finished yet');
	await page.getByText('Nothing is found yet').waitFor();
	await press(page, 'Abandon this review');
	await page.getByRole('alert').getByText('Enter why the review is abandoned').waitFor();
	await look(page, 'closure');

	await page.goto(`${review}/lessons`);
	await page.getByLabel('Step of the review').selectOption('gather');
	await page.getByLabel('What was learned').fill(`Next time, go on a market day ${javaScript}`);
	await press(page, 'Note this lesson');
	await said(page, 'The lesson is noted.');
	await look(page, 'lessons');
	await page.context().close();
});

test('a colleague in the team sees the review and works on it; somebody else’s stale save shows both texts', async () => {
	const [one, other] = await Promise.all(['repairs.manager', 'performance.officer'].map((who) => openAs(browser, served, who)));
	if (!one || !other) throw new Error('No page');
	await other.goto('/journeys');
	await other.getByRole('link', { name: 'Market pitch true' }).click();
	await heading(other, /at once/);
	const details = `${new URL(other.url()).pathname}/details`;
	for (const page of [one, other]) await page.goto(details);
	await one.getByLabel('Why it is reviewed').fill('Traders ring five times');
	await press(one, 'Save');
	await said(one, 'The journey is changed.');
	await other.getByLabel('Why it is reviewed').fill('Traders give up');
	await press(other, 'Save');
	const conflict = other.getByRole('alert');
	await conflict.getByText('Traders ring five times').waitFor();
	await conflict.getByText('Traders give up').waitFor();
	await look(other, 'stale');
	await press(other, 'Save mine over it');
	await said(other, 'The journey is changed.');
	for (const page of [one, other]) await page.context().close();
});

test.each([false, true])('the programme lead takes a lesson up and says what a contact costs (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript });
	await page.goto('/journeys/toolkit');
	await look(page, 'toolkit');
	await page.getByRole('link', { name: 'Publish the next version' }).click();
	await press(page, 'Continue to its text');
	await page.getByRole('alert').getByText('Choose at least one lesson').waitFor();
	await page.getByLabel(`Next time, go on a market day ${javaScript}`).check();
	await look(page, 'publication-lessons');
	await press(page, 'Continue to its text');
	await page.getByLabel('What is new, and why?').fill('Market days show what meetings do not');
	await press(page, 'Publish version');
	await page.getByRole('alert').getByText('Change the text of the step').waitFor();
	const text = page.getByLabel('What to do: gather');
	await text.fill(`Go on a market day, ${javaScript}\n${await text.inputValue()}`);
	await look(page, 'publication');
	await press(page, 'Publish version');
	await said(page, 'The next version is published.');
	await page.getByText(`Go on a market day, ${javaScript}`).first().waitFor();
	await look(page, 'toolkit-next');
	await page.getByRole('link', { name: 'Version 1', exact: true }).click();
	await heading(page, 'Toolkit, version 1');
	await look(page, 'toolkit-old');

	await page.goto('/journeys/costs');
	await look(page, 'costs');
	await page.getByRole('link', { name: /cost of a contact by phone/ }).click();
	await page.getByLabel('Cost of one contact').fill('four');
	await press(page, 'Save');
	await page.getByRole('alert').getByText('Enter an amount in pounds and pence, like 4.90').waitFor();
	await look(page, 'cost');
	await page.getByLabel('Cost of one contact').fill(javaScript ? '5.12' : '4.90');
	await page.getByLabel('Where the figure comes from').fill(`Finance, ${javaScript}`);
	await press(page, 'Save');
	await said(page, 'The cost is set.');
	await page.getByText(javaScript ? '£5.12' : '£4.90').waitFor();
	await page.context().close();
});

test.each([false, true])('a finished journey is reviewed again, and says what has changed since (JavaScript: %s)', async (javaScript) => {
	const map = aMappedJourney(served.db, undefined, { toBe: true });
	served.db.update(journeys).set({ state: 'finished', closedOn: '2026-11-01' }).where(eq(journeys.id, map.id)).run();
	const page = await openAs(browser, served, 'repairs.manager', { javaScript });
	await page.goto(map.address);
	await page.getByRole('link', { name: 'Review it again' }).click();
	await page.getByRole('heading', { name: 'What the new review takes over' }).waitFor();
	await page.getByText('Tenant with young children').waitFor();
	await look(page, 'next-review');
	await page.getByLabel('Day', { exact: true }).nth(1).fill('1');
	await page.getByLabel('Year', { exact: true }).nth(1).fill('2020');
	await press(page, 'Start the new review');
	await page.getByRole('alert').getByText('The last day must be on or after the first day').waitFor();
	await look(page, 'next-review-error');
	await page.getByLabel('Year', { exact: true }).nth(1).fill('2099');
	await page.getByLabel('The to-be map of the last review').check();
	await press(page, 'Start the new review');
	await said(page, 'The new review is started, with what the last one knew of the journey.');
	const again = served.db.select().from(journeys).where(eq(journeys.followsId, map.id)).get();
	expect(again).toMatchObject({ name: 'Repair seen from the sofa', state: 'open', endOn: expect.stringMatching(/^2099-/) as string });
	await page.getByRole('link', { name: 'What has changed since' }).click();
	await page.getByRole('heading', { name: 'Since the last review' }).waitFor();
	await look(page, 'since');
	await page.goto(map.address);
	await page.getByRole('link', { name: `journey ${again?.number}` }).click();
	await page.waitForURL(`**/journeys/${again?.id}`);
});
