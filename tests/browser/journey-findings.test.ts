import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { channelCosts } from '#lib/domain/contact-costs/tables.ts';
import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { recommendations } from '#lib/domain/findings/tables.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { personOf } from '../support/council-at-work.ts';
import { found, recommended, stepsOnMap } from '../support/findings.ts';
import { aJourney } from '../support/journeys.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
let journey = '';
let promise = '';

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const { db } = served;
	const lead = personOf(db, 'programme.lead');
	const serviceId = db.select().from(services).where(eq(services.name, 'Housing repairs')).get()?.id ?? '';
	const id = aJourney(db, { serviceId, number: 901, name: 'Repair for this test' });
	stepsOnMap(db, id, ['Rings the council', 'Waits for the visit']);
	db.insert(channelCosts)
		.values({ channel: 'phone', pence: 285 })
		.onConflictDoUpdate({ target: channelCosts.channel, set: { pence: 285 } })
		.run();
	const seen = journeySeen(db, lead, id);
	const waits = addFinding(db, lead, seen, { ...found, serviceId, what: 'Callers wait without news' });
	if (waits.ok) addRecommendation(db, lead, findingToChange(db, lead, waits.id), recommended);
	promise = db.select().from(frameworkVersions).where(eq(frameworkVersions.framework, 'customer-promise')).get()?.id ?? '';
	journey = `/journeys/${id}`;
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test.each([false, true])(
	'a finding with its whys gets a recommendation with its saving, and is withdrawn (JavaScript: %s)',
	async (javaScript) => {
		const page = await openAs(browser, served, 'repairs.manager', { javaScript });
		const what = `Nobody tells the tenant when the visit moves, ${javaScript}`;
		await page.goto(`${journey}/findings/new`);
		await heading(page, 'Add a finding');
		await expectAccessible(page);
		await page.getByLabel('What was found').fill(what);
		await page.getByLabel('Where on the journey').selectOption({ label: 'Waits for the visit' });
		await page.getByLabel('And why is that?').fill('The slot moves after it is booked');
		await page.getByRole('button', { name: 'Add finding' }).click();
		await page.getByRole('alert').getByText('Choose how severe it is').waitFor();
		await expectAccessible(page);
		await page.getByLabel('High', { exact: true }).check();
		await page.getByRole('button', { name: 'Add finding' }).click();
		await page.getByRole('alert').getByText('Answer this why, or empty those after it').waitFor();
		expect(await page.getByLabel('What was found').inputValue()).toBe(what);
		await page.getByLabel('Why does this happen?').fill('Operatives run late');
		await page.getByRole('button', { name: 'Add finding' }).click();
		await heading(page, what);
		await page.getByText('The finding is added.').waitFor();
		await page.getByText('(root cause)').waitFor();
		await expectAccessible(page);

		await page.getByRole('link', { name: 'Recommend something' }).click();
		await heading(page, 'Recommend something');
		await expectAccessible(page);
		await page.getByLabel('What should be done').fill(`Text tenants when a slot moves, ${javaScript}`);
		await page.getByRole('group', { name: 'Worth to customers' }).getByLabel('5, much').check();
		await page.getByRole('group', { name: 'Worth to the council' }).getByLabel('4').check();
		await page.getByLabel('2, a few weeks').check();
		await page.getByRole('textbox', { name: /^Cost/ }).fill('£5,000');
		await page.getByLabel('Contacts avoided a year').fill('4,000');
		await page.getByRole('button', { name: 'Add recommendation' }).click();
		await page.getByRole('alert').getByText('Choose by which channel these contacts come').waitFor();
		await page.getByLabel('Channel of those contacts').selectOption('phone');
		await page.getByRole('button', { name: 'Add recommendation' }).click();
		await page.getByText('The recommendation is added.').waitFor();
		await page.getByText('How the saving is worked out').click();
		await page.getByText('4,000 contacts avoided a year by phone × £2.85 a contact = £11,400 a year.').waitFor();
		await page.getByText('so it has paid back after 6 months').waitFor();
		await expectAccessible(page);

		await page.goto(`${journey}/recommendations`);
		await expectAccessible(page);
		await page.goto(`${journey}/findings`);
		await expectAccessible(page);
		await page.getByRole('link', { name: what }).click();
		await page.getByRole('link', { name: 'Withdraw', exact: true }).click();
		await expectAccessible(page);
		await page.getByLabel('Why it is withdrawn').fill(`Counted twice, ${javaScript}`);
		await page.getByRole('button', { name: 'Withdraw finding' }).click();
		await page.getByText('The finding is withdrawn.').waitFor();
		expect(await page.getByRole('link', { name: what }).count()).toBe(0);
		await page.getByLabel('Show', { exact: true }).selectOption('withdrawn');
		await page.getByRole('button', { name: 'Show' }).click();
		await page.getByText(`Withdrawn: Counted twice, ${javaScript}`).waitFor();
		await expectAccessible(page);
		await page.context().close();
	}
);

test('two people change one finding: the later sees both texts and loses nothing', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto(`${journey}/findings/new`);
	await page.getByLabel('What was found').fill('Tenants wait in for nothing');
	await page.getByLabel('Medium', { exact: true }).check();
	await page.getByRole('button', { name: 'Add finding' }).click();
	await heading(page, 'Tenants wait in for nothing');
	const address = new URL(page.url()).pathname;
	const other = await openAs(browser, served, 'programme.lead');
	for (const one of [page, other]) await one.goto(`${address}/details`);
	await expectAccessible(page);
	await page.getByLabel('How often').fill('Weekly');
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('The finding is changed.').waitFor();
	await other.getByLabel('How often').fill('Daily');
	await other.getByRole('button', { name: 'Save' }).click();
	await other.getByRole('heading', { name: /^Not saved/ }).waitFor();
	expect(await other.getByLabel('How often').inputValue()).toBe('Daily');
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Save mine over it' }).click();
	await other.getByText('The finding is changed.').waitFor();
	await other.getByText('Daily', { exact: true }).waitFor();
	await page.goto(`${address}/evidence`);
	await expectAccessible(page);
	await Promise.all([page.context().close(), other.context().close()]);
});

test('the matrix shows value against effort, and only the programme lead changes its weights', async () => {
	const manager = await openAs(browser, served, 'repairs.manager', { width: 320 });
	await manager.goto(`/recommendations/matrix?state=all&journey=${journey.split('/').at(-1) ?? ''}`);
	await manager.getByRole('img', { name: /^Value against effort/ }).waitFor();
	await expectAccessible(manager);
	expect(await manager.getByRole('link', { name: 'Change the weights' }).count()).toBe(0);
	const lead = await openAs(browser, served, 'programme.lead');
	await lead.goto('/recommendations/matrix/weights');
	await expectAccessible(lead);
	await lead.getByLabel('What customers gain counts').fill('0');
	await lead.getByLabel('What the council gains counts').fill('0');
	await lead.getByRole('button', { name: 'Save' }).click();
	await lead.getByRole('alert').getByText('One of the two must count').waitFor();
	await lead.getByLabel('What customers gain counts').fill('1');
	await lead.getByLabel('What the council gains counts').fill('1');
	await lead.getByRole('button', { name: 'Save' }).click();
	await lead.getByText('The weights are changed').waitFor();
	await lead.goto('/recommendations');
	await expectAccessible(lead);
	await lead.goto('/findings');
	await expectAccessible(lead);
	await Promise.all([manager.context().close(), lead.context().close()]);
});

test.each([false, true])('a principle is rated, and when it is breached a finding is made of it (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'repairs.manager', { javaScript });
	const number = javaScript ? '1.1' : '1.2';
	await page.goto(`${journey}/principles`);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Customer promise' }).click();
	await heading(page, 'Customer promise');
	const rate = page.getByRole('form', { name: `Rate ${number}` });
	await rate.getByLabel('Not applicable', { exact: true }).check();
	if (javaScript) {
		await page.getByText('Not applicable counts once it has a reason').waitFor({ state: 'detached' });
		await rate.getByLabel('Not kept', { exact: true }).check();
		await rate.getByLabel('Comment').fill('Nobody rings back.');
		await rate.getByLabel('Comment').blur();
		await rate.getByText(/^Saved/).waitFor();
		await page.getByText(/Rated\s*[12] of 12/).waitFor();
	} else {
		await rate.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('alert').getByText('Enter why this does not apply to the journey').waitFor();
		await expectAccessible(page);
		await rate.getByLabel('Not kept', { exact: true }).check();
		await rate.getByLabel('Comment').fill('Nobody rings back.');
		await rate.getByRole('button', { name: 'Save' }).click();
		await page.getByText(/Rated\s*[12] of 12/).waitFor();
	}
	await expectAccessible(page);
	await page.getByRole('link', { name: `Make a finding of ${number}` }).click();
	await heading(page, 'Add a finding');
	expect(await page.getByLabel('What was found').inputValue()).toMatch(/is not kept on this journey\. Nobody rings back\.$/);
	expect(await page.getByLabel('Principle breached (optional)').inputValue()).toBe(`${promise} ${number}`);
	await page.getByLabel('Low', { exact: true }).check();
	await page.getByRole('button', { name: 'Add finding' }).click();
	await page.getByText('The finding is added.').waitFor();
	await page.goto(`${journey}/principles/${promise}`);
	await page.getByRole('link', { name: `The finding about ${number}` }).waitFor();
	await page.context().close();
});

test('what somebody else may only read offers nothing to change', async () => {
	const { number } = served.db.select().from(recommendations).limit(1).get() ?? { number: 0 };
	const page = await openAs(browser, served, 'board.member');
	for (const address of [`${journey}/findings`, `${journey}/principles/${promise}`, `/recommendations/${number}`]) {
		await page.goto(address);
		await expectAccessible(page);
		expect(await page.getByRole('link', { name: /^(Add|Change|Withdraw|Recommend something)/ }).count()).toBe(0);
		expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
	}
	expect((await page.goto(`${journey}/findings/new`))?.status()).toBe(403);
	await page.context().close();
});
