import { and, eq, lte } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { attempts, visitEvidence, visits } from '#lib/domain/mystery-shopping/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, expectNoTrouble, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { aWave, shoppingCouncil, visitMade, type Shopping } from '../support/shopping.ts';

let browser: Browser;
let served: Served;
let shopping: Shopping;
let wave: string;

const today = dayOf(Date.now());
const serviceNamed = (name: string) => served.db.select({ id: services.id }).from(services).where(eq(services.name, name)).get()!.id;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	shopping = shoppingCouncil('service', served.db, [serviceNamed('Housing repairs'), serviceNamed('Planning applications')]);
	wave = aWave(shopping, { perService: 12 }, { startOn: addDays(today, -20), endOn: addDays(today, 20) });
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

/** Visits of a shopper that can be made by today, in the order of their numbers. */
const visitsDue = (shopper: string) =>
	served.db
		.select()
		.from(visits)
		.where(and(eq(visits.waveId, wave), eq(visits.shopperId, shopper), eq(visits.state, 'planned'), lte(visits.fromOn, today)))
		.orderBy(visits.number)
		.all();
const standing = (id: string) => served.db.select().from(visits).where(eq(visits.id, id)).get()!;
const onPhone = (page: Page) => page.setViewportSize({ width: 390, height: 844 });
const dated = async (page: Page, day: string) => {
	const [year = '', month = '', date = ''] = day.split('-');
	await page.getByLabel('Day', { exact: true }).fill(date);
	await page.getByLabel('Month', { exact: true }).fill(month);
	await page.getByLabel('Year', { exact: true }).fill(year);
};

test.each([true, false])('a shopper goes from brief to a visit that counts, on a phone (JavaScript: %s)', async (javaScript) => {
	const visit = visitsDue('sam')[0]!;
	const page = await openAs(browser, served, 'sam', { javaScript, width: 390 });
	await onPhone(page);
	await page.goto('/mystery-shopping');
	await page.getByRole('heading', { name: /visits to make/ }).waitFor();
	if (javaScript) await expectAccessible(page);
	await page.locator(`a[href="/mystery-shopping/visits/${visit.id}"]`).click();
	await page.getByText('Your garden bin was not emptied').waitFor();
	if (javaScript) await expectAccessible(page);

	await page.getByRole('link', { name: 'Nobody answered: try later' }).click();
	await page.getByLabel('What happened').fill('Engaged');
	await page.getByRole('button', { name: 'Note the try' }).click();
	await page.getByText('Try again on another day').waitFor();
	expect(served.db.select().from(attempts).where(eq(attempts.visitId, visit.id)).all()).toMatchObject([{ note: 'Engaged', by: 'sam' }]);

	await page.getByRole('link', { name: /Add a photo or file/ }).click();
	await page
		.getByLabel('Photo or file', { exact: true })
		.setInputFiles({ name: 'sign.csv', mimeType: 'text/csv', buffer: Buffer.from('open,yes\n') });
	await page.getByLabel('What it shows').fill('The opening hours');
	await page.getByRole('button', { name: 'Keep it with the visit' }).click();
	await page.getByText('The file was kept.').waitFor();
	expect(served.db.select().from(visitEvidence).where(eq(visitEvidence.visitId, visit.id)).all()).toHaveLength(1);

	await dated(page, visit.fromOn);
	await page.getByLabel(/^Time/).fill('10:30');
	if (javaScript) {
		await page.getByRole('button', { name: 'Start counting' }).click();
		for (const _ of [1, 2, 3]) await page.getByRole('button', { name: 'One more ring' }).click();
		await page.getByRole('button', { name: 'Answered' }).click();
	} else {
		await page.getByLabel(/Rings until/).fill('3');
		await page.getByLabel(/Waiting in seconds/).fill('12');
	}
	await page.getByRole('group', { name: 'Did they greet you?' }).getByText('Yes').click();
	await page.getByRole('button', { name: 'Hand it in' }).click();
	await page.getByRole('alert').getByText('Answer first: Were you told when?').waitFor();
	if (javaScript) await expectAccessible(page);
	await page.getByRole('group', { name: 'Were you told when?' }).getByText('No', { exact: true }).click();
	await page.getByLabel(/In their words/).fill('They would ring back');
	await page.getByText('Note on “Were you told when?”').first().click();
	await page.getByLabel('Note on “Were you told when?”').fill('I had to ask');
	await page.getByRole('button', { name: 'Save and go on' }).click();
	await page.getByText('Saved. Go on whenever you like.').waitFor();
	expect(standing(visit.id)).toMatchObject({ state: 'started', rings: 3 });
	await page.getByRole('button', { name: 'Hand it in' }).click();
	await page.getByText('The visit was handed in.').waitFor();
	expect(standing(visit.id).state).toBe('submitted');
	expectNoTrouble(page);
	await page.context().close();

	const second = await openAs(browser, served, 'assessor', { javaScript });
	await second.goto('/mystery-shopping/checks');
	await second.getByRole('link', { name: new RegExp(`^${visit.number} `) }).click();
	await second.getByText('They would ring back').waitFor();
	await second.getByText('I had to ask').waitFor();
	if (javaScript) await expectAccessible(second);
	await second.getByRole('button', { name: 'Send it back' }).click();
	await second.getByRole('alert').getByText('Enter what to mend').waitFor();
	await second.getByRole('button', { name: 'Accept the visit' }).click();
	await second.getByText('The visit was accepted').waitFor();
	expect(standing(visit.id)).toMatchObject({ state: 'checked' });
	expectNoTrouble(second);
	await second.context().close();
});

test('a shopper sees neither the visits of others nor any result', async () => {
	const theirs = visitsDue('tess')[0]!;
	const page = await openAs(browser, served, 'sam');
	for (const address of [
		`/mystery-shopping/visits/${theirs.id}`,
		`/mystery-shopping/visits/${theirs.id}/evidence`,
		`/mystery-shopping/checks/${theirs.id}`,
		`/mystery-shopping/waves/${wave}`,
		`/mystery-shopping/waves/${wave}/results`,
		`/reports/mystery-shopping/${wave}`,
		`/reports/mystery-shopping/${wave}/json`,
		'/mystery-shopping/scenarios'
	])
		expect([address, (await page.request.get(`${served.origin}${address}`)).status()]).toEqual([address, 404]);
	await page.context().close();
});

test('whoever runs shopping plans a wave, sees its results and makes a finding of what is met too seldom', async () => {
	for (const who of ['sam', 'tess'])
		for (const visit of visitsDue(who).slice(0, 6)) visitMade(shopping, visit.id, { A1: 'yes', A2: 'no', A3: 'Mr Brown was kind' });
	const page = await openAs(browser, served, 'programme.lead');
	const seen: [string, string | RegExp][] = [
		['/mystery-shopping', /waves? (is|are) open$/],
		['/mystery-shopping/programmes/new', 'Begin a programme'],
		[`/mystery-shopping/programmes/${shopping.programme}`, 'Contact standards'],
		[`/mystery-shopping/programmes/${shopping.programme}/details`, 'Change the programme'],
		['/mystery-shopping/scenarios', /scenarios$/],
		['/mystery-shopping/scenarios/new', 'Add a scenario'],
		[`/mystery-shopping/scenarios/${shopping.chosen.scenarios[0]}`, 'Ask about a missed bin'],
		[`/mystery-shopping/waves/${wave}`, /visits are checked$/],
		[`/mystery-shopping/waves/${wave}/plan`, 'The plan is confirmed'],
		[`/mystery-shopping/waves/${wave}/visits/new`, 'Add a visit'],
		[`/mystery-shopping/waves/${wave}/files`, 'Bring in visits of an agency'],
		[`/mystery-shopping/waves/${wave}/closure`, /^Close/],
		[`/mystery-shopping/waves/${wave}/results`, /passed$/],
		[`/mystery-shopping/waves/${wave}/results?by=question`, /passed$/],
		[`/reports/mystery-shopping/${wave}`, /passed$/]
	];
	for (const [address, heading] of seen) {
		await page.goto(address);
		await page.getByRole('heading', { level: 1, name: heading }).waitFor();
		await expectAccessible(page);
	}
	await page.goto(`/mystery-shopping/waves/${wave}/findings`);
	await expectAccessible(page);
	await page.getByRole('checkbox').first().check();
	await page.getByRole('button', { name: 'Make findings of these' }).click();
	await page.getByText('The findings were written down.').waitFor();
	expectNoTrouble(page);
	await page.context().close();
});

test('a new wave is drawn and confirmed on screen; a shopper declares a tie', async () => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript: false });
	await page.goto(`/mystery-shopping/programmes/${shopping.programme}/waves/new`);
	await page.getByLabel('Name of the wave').fill('Spring');
	const dates = page.getByLabel('Day', { exact: true });
	for (const [n, day] of ['2027-03-12', '2027-03-01'].entries()) {
		const [year = '', month = '', date = ''] = day.split('-');
		await dates.nth(n).fill(date);
		await page.getByLabel('Month', { exact: true }).nth(n).fill(month);
		await page.getByLabel('Year', { exact: true }).nth(n).fill(year);
	}
	await page.getByRole('button', { name: 'Add the wave' }).click();
	await page.getByRole('alert').getByText('The last day must be on or after the first day').waitFor();
	await dates.nth(1).fill('26');
	await page.getByRole('button', { name: 'Add the wave' }).click();
	await page.getByLabel('Visits to each service').fill('2');
	await page.getByRole('button', { name: 'Draw the plan' }).click();
	await page.getByText('The plan was drawn.').waitFor();
	await page.getByRole('button', { name: 'Confirm the plan' }).click();
	await page.getByText('The plan was confirmed.').waitFor();
	await page.context().close();
	const shopper = await openAs(browser, served, 'tess');
	await shopper.goto('/mystery-shopping/ties');
	await expectAccessible(shopper);
	await shopper.getByLabel('Service').selectOption({ label: 'Housing repairs' });
	await shopper.getByLabel('What ties you to it').fill('My brother works there');
	await shopper.getByRole('button', { name: 'Declare the tie' }).click();
	await shopper.getByText('The tie was noted.').waitFor();
	await shopper.context().close();
});
