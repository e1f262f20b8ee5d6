import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCallCard } from '../support/calibration.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	aCallCard(served.db);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const shot = async (page: Page, name: string) => {
	const folder = process.env.SHOTS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true });
	await page.setViewportSize({ width: 320, height: 800 });
	await page.screenshot({ path: `${folder}/${name}-320.png`, fullPage: true });
	await page.setViewportSize({ width: 1280, height: 900 });
};
/** Looks at a page as everybody has to be able to use it. */
const look = async (page: Page, name: string) => {
	await page.waitForLoadState('networkidle');
	await expectAccessible(page);
	await shot(page, name);
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

/** Scores one interaction of a session on screen, or the one that is open: what A1, A2 and A3 say. */
async function answer(page: Page, session: string, place: number, [a1, a2, rings]: readonly [string, string, string]) {
	if (session) await page.goto(`${session}/interactions/${place}`);
	await page.waitForLoadState('networkidle');
	await page.getByRole('radio', { name: `A1: ${a1}`, exact: true }).check();
	await page.getByRole('radio', { name: `A2: ${a2}`, exact: true }).check();
	await page.getByLabel(/^A3/).fill(rings);
	await press(page, 'Complete this form');
	await page.getByText('Your form is complete. Nobody sees it').waitFor();
}

const answers = {
	amara: [
		['Yes', 'well', '2'],
		['Yes', 'well', '2']
	],
	bryn: [
		['Yes', 'well', '3'],
		['Yes', 'partly', '2']
	],
	cerys: [
		['No', 'well', '2'],
		['Yes', 'N/A', '5']
	],
	dev: [
		['Yes', 'well', '2'],
		['Yes', 'partly', '2']
	]
} as const;

test('a session from its invitation to what was agreed: four assessors, one of them the expert, blind until the reveal', async () => {
	const runner = await openAs(browser, served, 'assessor');
	await runner.goto('/calibrations');
	await look(runner, 'calibrations');
	await runner.getByRole('link', { name: 'Start a session' }).click();
	await runner.waitForURL('**/new');
	await runner.waitForLoadState('networkidle');
	await press(runner, 'Start this session');
	await runner.getByText('Enter a title').first().waitFor();
	await look(runner, 'calibration-new-errors');
	await runner.getByLabel('Title').fill('Calls about missed bins');
	await runner.getByLabel('Scorecard').selectOption({ label: 'Telephone calls, version 1.0' });
	await press(runner, 'Start this session');
	await runner.waitForURL('**/interactions?done=started');
	const session = new URL(runner.url()).pathname.replace('/interactions', '');
	for (const reference of ['PH-001', 'PH-002']) {
		await runner.getByLabel('Reference').fill(reference);
		await runner
			.getByLabel(/^What happened/)
			.fill('A resident asks why the bin was not emptied.\nThe advisor looks it up and arranges a return.');
		await press(runner, 'Add this interaction');
		await runner.getByRole('heading', { name: reference }).waitFor();
		await runner.waitForLoadState('networkidle');
	}
	await look(runner, 'calibration-interactions');
	await runner.getByRole('link', { name: 'Go on to the assessors' }).click();
	await runner.waitForURL('**/assessors');
	for (const name of ['Amara One', 'Bryn Two', 'Cerys Three', 'Dev Four']) await runner.getByLabel(name).check();
	await press(runner, 'Invite');
	await runner.getByText('They are invited').waitFor();
	await runner.getByLabel('Whose answers are the key').selectOption({ label: 'Dev Four' });
	await press(runner, 'Keep the key');
	await runner.getByText('The key is kept.').waitFor();
	await look(runner, 'calibration-assessors');

	for (const [who, [first, second]] of Object.entries(answers)) {
		// one of them in a browser that runs no script
		const page = await openAs(browser, served, who, { javaScript: who !== 'bryn' });
		await page.goto('/calibrations');
		expect(await heading(page)).toBe('1 session for you to score');
		if (who === 'amara') {
			await page.goto(`${session}/interactions/1`);
			await page.waitForLoadState('networkidle');
			await press(page, 'Complete this form');
			await page
				.getByText(/A1.*A2.*A3/)
				.first()
				.waitFor();
			await look(page, 'calibration-score');
		}
		// whoever was told what is missing goes on in the same form
		await answer(page, who === 'amara' ? '' : session, 1, first);
		await answer(page, session, 2, second);
		for (const address of ['results', 'results/json', 'ratings?format=csv', 'questions/A1'])
			expect((await page.request.get(`${session}/${address}`)).status(), address).toBe(404);
		if (who === 'amara') await look(page, 'calibration-mine');
		await page.context().close();
	}

	await runner.goto(session);
	await look(runner, 'calibration-progress');
	await runner.getByRole('link', { name: 'Show the answers' }).click();
	await runner.waitForURL('**/reveal');
	await look(runner, 'calibration-reveal');
	await press(runner, 'Show the answers');
	await runner.waitForURL('**/results?done=revealed');
	expect(await heading(runner)).toBe('50.0% of pairs agree; AC1 is 0.43');
	await look(runner, 'calibration-results');
	await runner.getByRole('link', { name: /^A1 / }).click();
	await runner.waitForURL('**/questions/A1');
	await runner.getByText('Yes: 2 (Amara One, Bryn Two)').waitFor();
	await runner.getByLabel('How this question is to be answered').fill('The name counts anywhere in the first sentence.');
	await press(runner, 'Keep this note');
	await runner.getByText('What was agreed is noted.').waitFor();
	await look(runner, 'calibration-question');

	const amara = await openAs(browser, served, 'amara');
	await amara.goto(`${session}/results`);
	await amara.getByText('The name counts anywhere in the first sentence.').waitFor();
	expect(await amara.locator('main').textContent()).toContain('Amara One');
	for (const address of ['results', 'results/json', 'ratings?format=csv', 'questions/A1', 'questions/A2']) {
		const body = await (await amara.request.get(`${session}/${address}`)).text();
		for (const other of ['Bryn Two', 'Cerys Three', 'Dev Four']) expect(body, address).not.toContain(other);
	}
	await look(amara, 'calibration-results-assessor');
	expect((await amara.request.get(`${session}/reveal`)).status()).toBe(403);
	const pdf = await amara.request.get(`${session}/results/pdf`);
	expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
	await amara.context().close();

	await runner.goto(`${session}/closure`);
	await runner.waitForLoadState('networkidle');
	await press(runner, 'Close this session');
	await runner.getByText('The session is closed.').waitFor();
	await runner.context().close();
}, 180_000);

test('ratings made elsewhere are brought in, with their holes, and compared; without a script as well', async () => {
	const page = await openAs(browser, served, 'assessor', { javaScript: false });
	await page.goto('/calibrations/tables/new');
	await page.getByLabel('Title').fill('Four observers');
	await press(page, 'Make this table');
	await page.waitForURL('**/tables/1/import');
	const lines = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'];
	const rows = lines.flatMap((line, rater) => line.split(' ').map((value, at) => `${at + 1},${'ABCD'[rater]},,${value}`));
	const csv = ['Subject,Rater,Question,Value', ...rows].join('\n');
	await page.getByLabel('The file you filled in').setInputFiles({ name: 'four.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await press(page, 'Check the file');
	await page.getByRole('button', { name: 'Apply 41 changes' }).click({ timeout: 30_000 });
	await page.waitForURL('**/tables/1');
	expect(await heading(page)).toBe('Four observers: 81.8% of pairs agree; AC1 is 0.78');
	await look(page, 'rater-table');
	await page.goto('/calibrations/tables');
	await look(page, 'rater-tables');
	await page.goto('/calibrations/statistics');
	await look(page, 'calibration-statistics');
	const json = await (await page.request.get('/calibrations/tables/1/report/json')).text();
	for (const figure of ['81.818', '0.7754', '0.7612', '0.7434', '0.8154', '0.8491']) expect(json).toContain(figure.slice(0, 5));
	await page.context().close();
	const lead = await openAs(browser, served, 'programme.lead');
	expect((await lead.request.get('/calibrations/tables/1')).status()).toBe(404);
	await lead.context().close();
}, 120_000);
