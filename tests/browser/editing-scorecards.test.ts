import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grants, people } from '#lib/domain/access/tables.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { loadOfferedScorecards } from '#lib/domain/scorecards/offering.server.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { findingsBeyondAxe } from '../support/beyond-axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve({ empty: true })]);
	const { db } = served;
	db.insert(councils).values({ id: 1, name: 'Marlbourne Borough Council', allowedFileTypes: [] }).run();
	for (const id of ['lead', 'second.lead']) {
		db.insert(people)
			.values({ id, name: id, email: `${id}@marlbourne.example`, jobTitle: 'Officer' })
			.run();
		db.insert(grants).values({ personId: id, role: 'programme lead' }).run();
	}
	loadOfferedScorecards(db, { id: 'lead' });
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const idOf = (scorecard: string, number = '1.0') =>
	served.db
		.select()
		.from(scorecardVersions)
		.all()
		.find((row) => row.scorecard === scorecard && row.number === number)?.id ?? '';
const questionOf = (scorecard: string, number: string, id: string) =>
	served.db
		.select()
		.from(scorecardVersions)
		.all()
		.find((row) => row.scorecard === scorecard && row.number === number)
		?.document.sections.flatMap(({ questions }) => questions)
		.find((question) => question.id === id);

/** Looks at a page as everybody has to be able to use it; with SHOTS set, keeps pictures of it. */
async function look(page: Page, name: string) {
	await expectAccessible(page);
	// after a mouse a browser shows no ring of focus
	await page.keyboard.press('Tab');
	expect(await findingsBeyondAxe(page), page.url()).toEqual([]);
	const folder = process.env.SHOTS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	const size = page.viewportSize() ?? { width: 1280, height: 900 };
	for (const width of [1280, 320]) {
		await page.setViewportSize({ width, height: 900 });
		await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
	}
	await page.setViewportSize(size);
}

/** The figure under "Score so far". */
const score = (page: Page) => page.getByRole('region', { name: 'Score so far' }).locator('.gt-figure b').first();

test.each([true, false])(
	'a lead changes a scorecard, sees what it would score, and publishes it (JavaScript: %s)',
	async (javaScript) => {
		const number = javaScript ? '1.1' : '1.2';
		const page = await openAs(browser, served, 'lead', { javaScript });
		const show = async () => {
			if (javaScript) return;
			await press(page, 'Show what these answers score');
			await page.waitForLoadState();
		};
		await page.goto(`/scorecards/${idOf('paf-telephone')}/copy`);
		await press(page, 'Make the draft');
		await page.getByRole('heading', { name: 'The draft is ready to publish' }).waitFor();
		await page.getByText('The draft is made').waitFor();
		await look(page, `card-edit-${javaScript}`);

		await page.locator('a[href$="/questions/A1"]').click();
		await page.getByRole('heading', { name: 'Question A1' }).waitFor();
		await page.getByRole('radio', { name: 'A1: Partly', exact: true }).check();
		await page.getByRole('radio', { name: 'A2: Not met', exact: true }).check();
		await show();
		const before = Number(await score(page).textContent());
		await page.getByLabel('Worth, row 2').fill('0.9');
		await page.getByLabel('Question', { exact: true }).fill('Did they greet the caller as we promise?');
		await show();
		await expect.poll(async () => Number(await score(page).textContent())).toBeGreaterThan(before);
		await page.locator('#row-A1').getByText('Did they greet the caller as we promise').waitFor();
		await page.getByText('How these answers score').click();
		await page.getByRole('heading', { name: 'How quality is worked out' }).waitFor();
		await look(page, `card-question-${javaScript}`);
		await press(page, 'Save');
		await page.getByText('Saved', { exact: true }).waitFor();
		expect(questionOf('paf-telephone', number, 'A1')).toMatchObject({ text: 'Did they greet the caller as we promise?' });

		await page.getByRole('link', { name: 'Add a question to D' }).click();
		await page.getByRole('heading', { name: 'Add a question' }).waitFor();
		await page.getByLabel('Name', { exact: true }).fill('A1');
		await page.getByLabel('Question', { exact: true }).fill('How many times was the caller put on hold?');
		await page.getByLabel('How it is answered').selectOption('number');
		await press(page, 'Save');
		await page.getByRole('link', { name: 'The name A1 is used by another question' }).waitFor();
		await look(page, `card-new-question-${javaScript}`);
		await page.getByLabel('Name', { exact: true }).fill('D9');
		await page.getByLabel('What the number counts').fill('times');
		await press(page, 'Save');
		await page.getByRole('heading', { name: 'One thing to put right before publishing' }).waitFor();
		await look(page, `card-problems-${javaScript}`);
		const refused = await page.request.post(`/scorecards/${idOf('paf-telephone', number)}/publication`, {
			form: { version: '3' },
			headers: { origin: served.origin }
		});
		expect(await refused.text()).toContain('The draft is not finished');
		await page.getByRole('link', { name: 'The list of number bands is empty' }).click();
		await page.getByLabel('Up to and including, row 1').fill('1');
		await page.getByLabel('Worth, row 1').fill('1');
		await page.getByLabel('Worth, row 2').fill('0');
		await press(page, 'Save');
		await page.getByRole('heading', { name: 'The draft is ready to publish' }).waitFor();

		await page.getByRole('link', { name: 'Sections and their weights' }).click();
		await page.getByRole('heading', { name: 'Sections and their weights' }).waitFor();
		await look(page, `card-sections-${javaScript}`);
		await page.getByRole('group', { name: /^A\. / }).getByLabel('Weight').fill('0');
		await show();
		await page.getByText('weight 0 of 75 in quality').first().waitFor({ state: 'attached' });
		await page.getByRole('link', { name: 'Back without saving' }).click();
		await page.getByRole('link', { name: 'Score bands' }).click();
		await look(page, `card-bands-${javaScript}`);
		await page.getByRole('group', { name: 'A new score band' }).getByLabel('Name').fill('Nearly');
		await page.getByRole('group', { name: 'A new score band' }).getByLabel('From this score up').fill('60');
		await press(page, 'Save');
		await page.getByText('Saved', { exact: true }).waitFor();
		await page.getByRole('link', { name: 'Publish', exact: true }).click();
		await page.getByRole('heading', { name: `Publish version ${number}` }).waitFor();
		await expectAccessible(page);
		await press(page, 'Publish');
		await page.getByText('This version is published').waitFor();
		await page.getByText('Nearly (60 to under').waitFor();
		expect((await page.request.get(`/scorecards/${idOf('paf-telephone', number)}/edit`)).status()).toBe(404);
		await page.context().close();
	},
	120_000
);

test.each([true, false])(
	'a shopper’s scorecard is previewed as on a phone, and an older save is shown both texts (JavaScript: %s)',
	async (javaScript) => {
		const page = await openAs(browser, served, 'lead', { javaScript, width: 320 });
		const other = await openAs(browser, served, 'second.lead', { javaScript });
		await page.goto(`/scorecards/${idOf('shopping-telephone')}/copy`);
		await press(page, 'Make the draft');
		await page.getByRole('heading', { name: 'The draft is ready to publish' }).waitFor();
		await page.locator('a[href$="/questions/A3"]').click();
		await page.getByRole('heading', { name: 'Question A3' }).waitFor();
		await look(page, `card-shopper-${javaScript}`);
		await other.goto(page.url());
		await other.getByLabel('How to judge it').fill('Theirs');
		await press(other, 'Save');
		await other.getByText('Saved', { exact: true }).waitFor();
		await page.getByLabel('How to judge it').fill('Mine');
		await press(page, 'Save');
		await page.getByText('Theirs').first().waitFor();
		expect(await page.getByLabel('How to judge it').inputValue()).toBe('Mine');
		await expectAccessible(page);
		await press(page, 'Save mine over it');
		await page.getByText('Saved', { exact: true }).waitFor();
		expect(questionOf('shopping-telephone', javaScript ? '1.1' : '1.2', 'A3')?.guidance).toBe('Mine');
		await page.locator('a[href$="/questions/A3"]').click();
		await page.getByText('Take this question out').first().click();
		await press(page, 'Take A3 out');
		await page.getByText('Saved', { exact: true }).waitFor();
		expect(questionOf('shopping-telephone', javaScript ? '1.1' : '1.2', 'A3')).toBeUndefined();
		await page.context().close();
		await other.context().close();
	},
	120_000
);

test.each([true, false])('a scorecard of the council’s own is started from nothing (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'lead', { javaScript, width: 320 });
	await page.goto('/scorecards');
	await page.getByRole('link', { name: 'Start a scorecard' }).click();
	await page.getByRole('heading', { name: 'Start a scorecard' }).waitFor();
	await press(page, 'Start');
	await page.getByRole('link', { name: 'Choose a channel' }).waitFor();
	await look(page, `card-new-${javaScript}`);
	await page.getByLabel('Name', { exact: true }).fill('Text messages');
	await page.getByRole('radio', { name: 'PAF' }).check();
	await page.getByLabel('Channel').selectOption('SMS');
	await press(page, 'Start');
	await page.getByRole('heading', { name: '6 things to put right before publishing' }).waitFor();
	await look(page, `card-started-${javaScript}`);
	await page.getByRole('link', { name: 'Add a question to A' }).click();
	await page.getByRole('heading', { name: 'Add a question' }).waitFor();
	await expectAccessible(page);
	await page.context().close();
});
