import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statuses } from '#lib/domain/assessments/status.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { staged, thirtyOne } from '../support/frameworks.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
const cycle = '/cycles/cycle';

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const { db } = served;
	const all = db.select().from(services).all();
	const framework = staged(thirtyOne);
	for (const [i, { id }] of all.entries()) {
		const answered = Object.fromEntries(framework.criteria.slice(0, i * 4).map(({ number }) => [number, { rating: 'L' }]));
		const agreed = { agreedOn: '2026-11-02', agreedLevel: 2, agreedAward: 'Bronze' };
		const status = statuses[i % statuses.length] ?? 'draft';
		anAssessment(db, framework, id, '2026-11-01', {
			status,
			answered,
			dueOn: '2026-01-30',
			submittedOn: '2026-11-01',
			...(status === 'agreed' && agreed)
		});
	}
	const { directorateId } = all[0]!;
	db.insert(services).values({ directorateId, name: 'Allotments' }).run();
});
afterAll(async () => {
	await browser.close();
	await served.stop();
});

const looked = async (page: Page, name: string) => {
	await expectAccessible(page);
	const shots = process.env.SHOTS;
	if (shots) await page.screenshot({ path: `${shots}/${name}-${page.viewportSize()?.width}.png`, fullPage: true });
};

test.each([1280, 320])('the pages of a running cycle, %i wide', async (width) => {
	const page = await openAs(browser, served, 'programme.lead', { width });
	for (const path of ['', '?view=columns', '?sort=answered', '/services/new', '/details', '/closure', '/heat-map']) {
		await page.goto(cycle + path);
		await looked(page, `cycle${path.replaceAll(/\W/g, '-')}`);
	}
	await page.goto('/cycles/snapshots');
	await page.getByRole('button', { name: 'Check the snapshots' }).click();
	await page.getByText('come out the same again').waitFor();
	await looked(page, 'snapshots');
	await page.close();
});

test('the programme lead adds a service, renames the cycle, closes it and opens it again, without JavaScript', async () => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript: false, width: 320 });
	await page.goto(`${cycle}/services/new`);
	await page.getByRole('button', { name: 'Add these services' }).click();
	await page.getByRole('link', { name: 'Choose at least one service' }).waitFor();
	await page.getByLabel('Allotments').check();
	await page.getByRole('button', { name: 'Add these services' }).click();
	await page.getByText('1 more service can start answering.').waitFor();

	await page.getByRole('link', { name: 'Name and due date' }).click();
	await page.getByLabel('Name', { exact: true }).fill('Renamed cycle');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('The cycle is changed.').waitFor();
	expect(await page.title()).toContain('Renamed cycle');

	await page.getByRole('link', { name: 'Close', exact: true }).click();
	await page.getByRole('button', { name: 'Close this cycle' }).click();
	await page.getByRole('link', { name: /^Confirm that the cycle closes/ }).waitFor();
	await page.getByLabel('Yes, close this cycle as it stands').check();
	await page.getByLabel('Why it closes before all are agreed').fill('The year is over');
	await page.getByRole('button', { name: 'Close this cycle' }).click();
	await page.getByText('The year is over').waitFor();
	await looked(page, 'closed');
	await page.getByRole('link', { name: 'Allotments' }).click();
	await page.getByText('This cycle is closed').waitFor();
	await looked(page, 'closed-assessment');

	await page.goto(`${cycle}/closure`);
	await page.getByRole('button', { name: 'Open this cycle again' }).click();
	await page.getByText('The cycle is open again.').waitFor();
	await page.close();
});
