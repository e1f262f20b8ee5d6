import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, grants } from '#lib/domain/access/tables.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve({ empty: true })]);
	const { db } = served;
	db.insert(councils).values({ id: 1, name: 'Marlbourne Borough Council', allowedFileTypes: [] }).run();
	db.insert(people).values({ id: 'lead', name: 'lead', email: 'lead@marlbourne.example', jobTitle: 'Officer' }).run();
	db.insert(grants).values({ personId: 'lead', role: 'programme lead' }).run();
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

test('a new council loads scorecards and standards with a button each, without scripts on a phone', async () => {
	const page = await openAs(browser, served, 'lead', { javaScript: false, width: 320 });
	await page.goto('/scorecards');
	await page.getByRole('heading', { name: 'No scorecard is here yet' }).waitFor();
	await expectAccessible(page);
	await press(page, 'Load them');
	await page.getByRole('heading', { name: '7 scorecards are in use' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Contact standards' }).click();
	await press(page, 'Load them');
	await page.getByRole('heading', { name: '31 contact standards are in use' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('link', { name: /^M2/ }).click();
	await page.getByLabel('How it is measured').fill('');
	await press(page, 'Save');
	await page.getByRole('link', { name: 'Enter how it is measured' }).waitFor();
	await page.getByLabel('How it is measured').fill('Templates read aloud');
	await press(page, 'Save');
	await page.getByText('Templates read aloud').waitFor();
	await page.context().close();
});

test('a scorecard is tried without scripts by a button, and nothing is kept', async () => {
	const page = await openAs(browser, served, 'lead', { javaScript: false, width: 320 });
	await page.goto(`/scorecards/${idOf('paf-telephone')}`);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Try it' }).click();
	await page.getByRole('radio', { name: 'B1: No', exact: true }).check();
	await page.getByRole('radio', { name: 'B2: Right and complete', exact: true }).check();
	await press(page, 'Show the score');
	await page.getByText('B1 failed', { exact: true }).waitFor();
	await page.getByRole('heading', { name: 'How quality is worked out' }).waitFor();
	await expectAccessible(page);
	expect(served.db.$client.prepare('select count(*) from scored_form').pluck().get()).toBe(0);
	await page.context().close();
});

test('with scripts the score follows what is chosen', async () => {
	const page = await openAs(browser, served, 'lead');
	await page.goto(`/scorecards/${idOf('paf-telephone')}/trial`);
	await page.getByRole('radio', { name: 'A1: Met', exact: true }).check();
	await page.getByText('100.00').first().waitFor();
	await page.getByRole('radio', { name: 'A4: Not met', exact: true }).check();
	await page.getByText('50.00').first().waitFor();
	await page.context().close();
});

test('copy, download, change, upload and publish; what is wrong in a file is said by line and field', async () => {
	const page = await openAs(browser, served, 'lead');
	await page.goto(`/scorecards/${idOf('shopping-web')}/copy`);
	await press(page, 'Make the draft');
	await page.getByText('The draft is made').waitFor();
	await page.getByRole('link', { name: 'Read it whole' }).click();
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^YAML/ }).click()]);
	const text = readFileSync((await download.path()) ?? '', 'utf8');
	const upload = async (changed: string) => {
		await page.goto('/scorecards');
		await page.getByLabel('Scorecard file').setInputFiles({ name: 'web.yaml', mimeType: 'application/yaml', buffer: Buffer.from(changed) });
		await press(page, 'Upload');
	};
	await upload(text.replace('question: A1', 'question: C4'));
	await page.getByText('C4 comes later. A question can only wait for one that is asked before it').waitFor();
	await expectAccessible(page);
	await upload(text.replace('passMark: 70', 'passMark: 80'));
	await page.getByText('The file is loaded as a draft').waitFor();
	await page.getByRole('link', { name: 'Edit this draft' }).click();
	await page.getByRole('link', { name: 'Publish', exact: true }).click();
	await expectAccessible(page);
	await press(page, 'Publish');
	await page.getByText('This version is published').waitFor();
	expect(
		served.db
			.select()
			.from(scorecardVersions)
			.all()
			.find(({ number }) => number === '1.1')
	).toMatchObject({
		state: 'published',
		document: { passMark: 80 }
	});
	await page.getByRole('link', { name: 'Withdraw this version' }).click();
	await press(page, 'Withdraw');
	await page.getByText('This version is withdrawn: nothing new is scored by it').waitFor();
	await page.context().close();
});
