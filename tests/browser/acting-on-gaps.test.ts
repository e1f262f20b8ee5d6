import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#lib/domain/access/tables.ts';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { addMonths, dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { details } from '../support/actions.ts';
import { anAssessment, evidenceFor } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { endSessions, signInToGoOn } from '../support/ending-sessions.ts';
import { staged } from '../support/frameworks.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
let assessment = '';
let ownerId = '';
let action = '';

/** Planning agreed level 1 last cycle; four criteria stop Silver. */
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const { db } = served;
	const today = dayOf(Date.now());
	const dates = { startOn: today, dueOn: addMonths(today, 3), reviewOn: addMonths(today, 4) };
	const serviceId = db.select().from(services).where(eq(services.name, 'Planning applications')).get()?.id ?? '';
	ownerId = db.select().from(people).where(eq(people.email, 'planning.manager@marlbourne.example')).get()?.id ?? '';
	assessment = anAssessment(db, staged('1.1 1.2 2.1 2.2 3.1', { id: 'for-a-test' }), serviceId, today, {
		cycle: 'for-a-test',
		status: 'agreed',
		submittedBy: ownerId,
		submittedOn: today,
		agreedOn: today,
		answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'L' } }
	});
	evidenceFor(db, assessment, ['1.1', '1.2'], { from: '2020-01-01', serviceId, ownerId });
	const planner = { id: ownerId, name: '', email: '', jobTitle: '', grants: [] };
	const added = addAction(db, planner, serviceId, { ...details, ...dates, ownerId, title: 'Ring applicants first' });
	if (added.ok) action = `/actions/${added.number}`;
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test.each([
	[false, 0],
	[true, 1]
])('a service manager turns gaps into actions and sees them through (JavaScript: %s)', async (javaScript, skipped) => {
	const page = await openAs(browser, served, 'planning.manager', { javaScript });
	await page.goto(`/assessments/${assessment}/actions/new`);
	await heading(page, 'Four criteria stop Silver');
	expect(await page.getByText('Has action').count()).toBe(skipped);
	await expectAccessible(page);
	await page.locator('input[name=criteria]').nth(0).check();
	await page.locator('input[name=criteria]').nth(1).check();
	await page.getByRole('button', { name: 'Plan actions' }).click();
	await heading(page, 'Plan 2 actions');
	await expectAccessible(page);
	await page.getByLabel('Title').first().fill('');
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('alert').getByText('Enter a title').waitFor();
	await expectAccessible(page);
	await page.getByLabel('Title').first().fill(`Publish the standards, ${javaScript}`);
	await page.getByRole('button', { name: 'Continue' }).click();
	await heading(page, 'Check before you add');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Change something' }).click();
	await heading(page, 'Plan 2 actions');
	expect(await page.getByLabel('Title').first().inputValue()).toBe(`Publish the standards, ${javaScript}`);
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Add these 2 actions' }).click();
	await page.getByText('2 actions are in the list.').waitFor();
	await expectAccessible(page);

	await page.getByRole('link', { name: `Publish the standards, ${javaScript}` }).click();
	await page.getByLabel('Add a note').fill('The first draft is out');
	await page.getByRole('button', { name: 'Add note' }).click();
	await page.getByText('The note is added.').waitFor();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Change status' }).click();
	await page.getByLabel('Dropped', { exact: true }).check();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('alert').getByText('Enter why this action is dropped').waitFor();
	await expectAccessible(page);
	await page.getByLabel('Done', { exact: true }).check();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByText('How the action stands is changed.').waitFor();
	await page.context().close();
});

test.each([true, false])('a card is moved on the board from the keyboard (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'planning.manager', { javaScript });
	await page.goto('/actions/board');
	await expectAccessible(page);
	const card = page.locator('.gt-card').filter({ hasText: 'Ring applicants first' });
	const to = javaScript ? 'At risk' : 'On track';
	await card.getByRole('combobox').focus();
	await page.keyboard.type(to);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.getByText(`is now ${to.toLowerCase()}.`).waitFor();
	await page
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: to }) })
		.getByRole('link', { name: 'Ring applicants first' })
		.waitFor();
	await page.context().close();
});

test('a stale edit shows both texts and loses neither', async () => {
	const [one, other] = await Promise.all([0, 1].map(() => openAs(browser, served, 'planning.manager')));
	if (!one || !other) throw new Error('No page');
	for (const page of [one, other]) await page.goto(`${action}/details`);
	await one.getByLabel('Title').fill('Write to applicants first');
	await one.getByRole('button', { name: 'Save' }).click();
	await one.getByText('The action is changed.').waitFor();
	await other.getByLabel('Title').fill('Visit applicants first');
	await other.getByRole('button', { name: 'Save' }).click();
	await other.getByRole('heading', { name: /^Not saved/ }).waitFor();
	await other.getByText('Write to applicants first').waitFor();
	expect(await other.getByLabel('Title').inputValue()).toBe('Visit applicants first');
	await expectAccessible(other);
	await other.getByRole('button', { name: 'Save mine over it' }).click();
	await heading(other, 'Visit applicants first');
	await Promise.all([one.context().close(), other.context().close()]);
});

test('who only owns an action may move it and not rewrite it; to a stranger it is not there', async () => {
	const owner = await served.cookieOf('performance.officer');
	const stranger = await served.cookieOf('waste.manager');
	const id = served.db.select().from(people).where(eq(people.email, 'performance.officer@marlbourne.example')).get()?.id ?? '';
	const planner = { id: ownerId, name: '', email: '', jobTitle: '', grants: [] };
	const serviceId = served.db.select().from(services).where(eq(services.name, 'Planning applications')).get()?.id ?? '';
	const added = addAction(served.db, planner, serviceId, { ...details, ownerId: id, title: 'Owned elsewhere' });
	if (!added.ok) throw new Error(added.text);
	const status = async (cookie: string, path: string) =>
		(await fetch(`${served.origin}/actions/${added.number}${path}`, { headers: { cookie } })).status;
	const paths = ['', '/status', '/evidence', '/details', '/outcome'];
	expect(await Promise.all(paths.map((path) => status(owner, path)))).toEqual([200, 200, 200, 403, 403]);
	expect(await Promise.all(paths.map((path) => status(stranger, path)))).toEqual([404, 404, 404, 404, 404]);
});

test('a session that ends while actions are planned loses neither the choice nor the words', async () => {
	const page = await openAs(browser, served, 'planning.manager');
	await page.goto(`/assessments/${assessment}/actions/new?criteria=3.1`);
	await page.getByLabel('Title').fill('Say what you can expect of us');
	endSessions(served);
	await page.getByRole('button', { name: 'Continue' }).click();
	await signInToGoOn(page, 'planning.manager');
	await heading(page, 'Plan an action');
	expect(await page.getByLabel('Title').inputValue()).toBe('Say what you can expect of us');
	await page.getByRole('button', { name: 'Continue' }).click();
	await heading(page, 'Check before you add');
	await page.getByText('Say what you can expect of us').waitFor();
	await page.context().close();
});

test('a calendar reads the secret address until it is ended', async () => {
	const page = await openAs(browser, served, 'planning.manager');
	await page.goto('/account');
	await page.getByRole('button', { name: 'Make an address' }).click();
	const address = (await page.locator('.gt-address').textContent())?.trim() ?? '';
	await expectAccessible(page);
	const read = await fetch(address);
	expect([read.status, read.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
	expect(await read.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/);
	expect((await fetch(address, { headers: { 'if-none-match': read.headers.get('etag') ?? '' } })).status).toBe(304);
	await page.getByRole('button', { name: 'End the address' }).click();
	await page.getByRole('button', { name: 'Make an address' }).waitFor();
	expect((await fetch(address)).status).toBe(404);
	await page.context().close();
});

test.each(['/', '/actions', '/actions/board', '/actions/plan', '/actions/new'])('%s is accessible wide and on a small phone', (path) =>
	look(path)
);
test.each(['', '/details', '/status', '/outcome', '/evidence'])('the page of an action%s is accessible wide and on a small phone', (path) =>
	look(action + path)
);
async function look(path: string): Promise<void> {
	for (const width of [1280, 320]) {
		const page = await openAs(browser, served, 'planning.manager', { width });
		expect((await page.goto(path))?.status()).toBe(200);
		await expectAccessible(page);
		await page.context().close();
	}
}

test.each(['administrator', 'programme.lead', 'assessor', 'board.chair', 'board.member', 'councillor', 'performance.officer', 'advisor'])(
	'the home page of %s is accessible and starts with what needs them',
	async (who) => {
		const page = await openAs(browser, served, who);
		await page.goto('/');
		await heading(page, /need(s)? you/);
		await expectAccessible(page);
		await page.context().close();
	}
);
