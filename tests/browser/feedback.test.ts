import { desc, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, showDay } from '#lib/domain/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '#lib/domain/calendar/working-days.ts';
import { complaintStages, tellUsCases } from '#lib/domain/complaints/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, expectNoTrouble, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/* One complaint from the telephone to the end of stage 2, and what is learnt from it. Its days are set by what is typed. */

let browser: Browser;
let served: Served;
let manager: Page;

const today = dayOf(Date.now());
/** The day so many working days before today. */
function daysAgo(count: number): string {
	let day = today;
	for (let left = count; left > 0;) {
		day = addDays(day, -1);
		if (isWorkingDay(day)) left--;
	}
	return day;
}
const received = daysAgo(14);
const acknowledged = daysAgo(12);

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	manager = await openAs(browser, served, 'waste.manager');
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const dated = async (page: Page, day: string) => {
	const [year = '', month = '', date = ''] = day.split('-');
	await page.getByLabel('Day', { exact: true }).fill(date);
	await page.getByLabel('Month', { exact: true }).fill(month);
	await page.getByLabel('Year', { exact: true }).fill(year);
};
const latest = () => served.db.select().from(tellUsCases).orderBy(desc(tellUsCases.number)).limit(1).get()!;
const words = 'The garden bin on our corner has been overflowing since the market moved';

async function write(page: Page, said: string, day: string): Promise<void> {
	await page.goto('/feedback/new');
	await page.getByRole('radio', { name: 'Complaint', exact: true }).check();
	await page.getByRole('radio', { name: 'At stage 1' }).check();
	await page.getByLabel('What the customer said').fill(said);
	await page.getByLabel('Service it is about').selectOption({ label: 'Waste and recycling' });
	await dated(page, day);
	await page.getByLabel('How it came in').selectOption('phone');
	await page.getByLabel('Customer’s name').fill('Perpetua Quill');
	await page.getByRole('button', { name: 'Write it down' }).click();
}
async function save(page: Page, button: string, said: string): Promise<void> {
	await page.getByRole('button', { name: button }).click();
	await page.getByText(said).first().waitFor();
}

test('an adviser writes it down and does not see it afterwards; the service is told when to acknowledge it', async () => {
	const advisor = await openAs(browser, served, 'advisor', { javaScript: false });
	await write(advisor, words, received);
	await advisor.getByText('It is written down under number').waitFor();
	const { number } = latest();
	expect((await advisor.goto(`/feedback/cases/${number}`))?.status()).toBe(404);
	await advisor.context().close();

	await manager.goto(`/feedback/cases/${number}`);
	await manager.getByRole('heading', { name: `Acknowledge by ${showDay(addWorkingDays(received, 5))}` }).waitFor();
	await manager.getByText('Perpetua Quill').first().waitFor();
	await expectAccessible(manager);
	const lead = await openAs(browser, served, 'programme.lead');
	await lead.goto(`/feedback/cases/${number}`);
	await lead.getByText('A customer,').waitFor();
	expect(await lead.content()).not.toContain('Perpetua');
	await lead.context().close();
});

test('acknowledged, the time to answer runs from that day; extended once; answered for good', async () => {
	const base = `/feedback/cases/${latest().number}`;
	await manager.goto(`${base}/acknowledgement`);
	await dated(manager, addDays(received, -1));
	await save(manager, 'Save the acknowledgement', 'The day cannot be before it came in');
	await dated(manager, acknowledged);
	await save(manager, 'Save the acknowledgement', 'The acknowledgement is saved');
	const due = addWorkingDays(acknowledged, 10);
	await manager.getByRole('heading', { name: `Answer by ${showDay(due)}` }).waitFor();
	await manager.getByText('How the days of stage 1 come about').click();
	await manager.getByText(`To be answered within 10 working days of that: by ${showDay(due)}`).waitFor();
	await expectAccessible(manager);

	// the same page stands open in a second window
	const second = await openAs(browser, served, 'waste.manager', { javaScript: false });
	await second.goto(`${base}/answer`);
	await manager.goto(`${base}/answer`);
	await manager.getByRole('radio', { name: 'Upheld', exact: true }).check();
	await manager.getByLabel('What the customer was told').fill('We are sorry. The bin is emptied twice a week from now on.');
	await save(manager, 'Save the answer', 'The answer is saved and final');
	await manager.getByText(today <= due ? 'Answered in time' : 'Answered late').waitFor();
	await manager.goto(`${base}/answer`);
	await manager.getByText('It is answered: what was answered stays as it is').waitFor();
	await second.getByRole('radio', { name: 'Upheld', exact: true }).check();
	await second.getByLabel('What the customer was told').fill('Something else');
	await save(second, 'Save the answer', 'It is answered: what was answered stays as it is');
	expect(await second.getByLabel('What the customer was told').inputValue()).toBe('Something else');
	await second.context().close();
});

test('stage 2 has a clock of its own and is answered by somebody else', async () => {
	const { number, id } = latest();
	const base = `/feedback/cases/${number}`;
	await manager.goto(`${base}/escalation`);
	await manager.getByLabel(/What does the customer say/).fill('It was full again on Sunday');
	await save(manager, 'Take it further', 'A new clock runs');
	await manager.getByRole('heading', { name: `Acknowledge by ${showDay(addWorkingDays(today, 5))}` }).waitFor();
	await manager.goto(`${base}/acknowledgement`);
	await save(manager, 'Save the acknowledgement', 'The acknowledgement is saved');
	await manager.getByRole('heading', { name: `Answer by ${showDay(addWorkingDays(today, 20))}` }).waitFor();

	await manager.goto(`${base}/answer`);
	await manager.getByRole('radio', { name: 'Partly upheld' }).check();
	await manager.getByLabel('What the customer was told').fill('The market’s own bins were counted in.');
	await save(manager, 'Save the answer', 'Stage 2 is answered by somebody who did not answer stage 1');
	await manager.goto(`${base}/handler`);
	await manager.getByLabel('Handler').selectOption({ label: 'Robert Ince, Assistant director of customers' });
	await save(manager, 'Give it to them', `Case ${number} is given to them`);

	const director = await openAs(browser, served, 'corporate.manager', { javaScript: false });
	await director.goto('/');
	await director.goto(`${base}/answer`);
	await director.getByRole('radio', { name: 'Partly upheld' }).check();
	await director.getByLabel('What the customer was told').fill('The market’s own bins were counted in.');
	await save(director, 'Save the answer', 'The answer is saved and final');
	await director.context().close();
	const stages = served.db.select().from(complaintStages).where(eq(complaintStages.caseId, id)).orderBy(complaintStages.stage).all();
	expect(stages.map(({ stage, outcome, attempt }) => [stage, outcome, attempt])).toEqual([
		['stage 1', 'upheld', 1],
		['stage 2', 'partly upheld', 1]
	]);
});

test('the lesson becomes a finding, without the customer’s name', async () => {
	const { number, id } = latest();
	await manager.goto(`/feedback/cases/${number}/lesson`);
	await manager.getByLabel('Why it came to this').selectOption('service not done');
	await manager.getByLabel('What was learnt').fill('Rounds were not changed when the market moved, as Perpetua told us');
	await save(manager, 'Save the lesson', 'What was learnt is saved');
	await manager.getByRole('link', { name: 'Make a finding of it' }).click();
	await manager.getByRole('button', { name: 'Make the finding' }).click();
	await manager.waitForURL(/\/findings\//);
	await expectAccessible(manager);
	expect(served.db.select().from(findings).where(eq(findings.sourceId, id)).all()).toMatchObject([
		{ what: 'Rounds were not changed when the market moved, as [name] told us', source: 'complaint' }
	]);
	await manager.goto(`/feedback/cases/${number}`);
	await manager.getByRole('link', { name: /Rounds were not changed/ }).waitFor();
});

test.each([true, false])(
	'the same complaint again is asked about, linked, and nothing typed is lost (JavaScript: %s)',
	async (javaScript) => {
		const page = await openAs(browser, served, 'team.leader', { javaScript });
		const first = served.db.select().from(tellUsCases).where(eq(tellUsCases.words, words)).get()!;
		await write(page, `${words}, still`, addDays(received, 3));
		await page.getByText('Is it the same as one that is here?').waitFor();
		expect(await page.getByLabel('What the customer said').inputValue()).toBe(`${words}, still`);
		if (javaScript) await expectAccessible(page);
		await page.getByRole('radio', { name: `Yes, the same as case ${first.number}` }).check();
		await save(page, 'Write it down', 'It is written down under number');
		expect(latest()).toMatchObject({ duplicateOfId: first.id, state: 'noted' });
		if (javaScript) expectNoTrouble(page);
		await page.context().close();
	}
);

test('the monthly report has the year before beside it, as page and in files', async () => {
	const councillor = await openAs(browser, served, 'councillor');
	await councillor.goto('/reports/complaints');
	await councillor.getByRole('heading', { name: /complaints? in .*the year before/, level: 1 }).waitFor();
	await expectAccessible(councillor);
	for (const format of ['pdf', 'xlsx', 'json']) {
		const response = await councillor.request.get(`/reports/complaints/${format}`);
		expect(response.status(), format).toBe(200);
		expect((await response.body()).length, format).toBeGreaterThan(1000);
	}
	expect((await councillor.goto('/feedback/cases'))?.status()).toBe(200);
	await councillor.getByText('Nothing here').waitFor();
	await councillor.context().close();
});

test.each([true, false])('the team it is about is chosen among those of the service, JavaScript %s', async (javaScript) => {
	const page = await openAs(browser, served, 'contact.manager', { javaScript });
	await page.goto('/feedback/new');
	await page.getByRole('radio', { name: 'Comment', exact: true }).check();
	await page.getByLabel('What the customer said').fill(`They rang me back at once, ${javaScript}`);
	await page.getByLabel('Service it is about').selectOption({ label: 'Contact centre' });
	await page.getByLabel('How it came in').selectOption('phone');
	const team = page.getByLabel('Team (optional)');
	if (javaScript) {
		await expect.poll(() => team.locator('option').allInnerTexts()).toContain('Telephone team');
		expect(await team.locator('option').allInnerTexts()).not.toContain('Collections');
	} else {
		// all teams stand there under their services; one of another service is refused, and nothing typed is lost
		await team.selectOption({ label: 'Collections' });
		await page.getByRole('button', { name: 'Write it down' }).click();
		await page
			.getByRole('alert')
			.getByRole('link', { name: /Choose a team of the service it is about/ })
			.waitFor();
		expect(await page.getByLabel('What the customer said').inputValue()).toBe('They rang me back at once, false');
	}
	await page.getByLabel('Team (optional)').selectOption({ label: 'Telephone team' });
	await page.getByRole('button', { name: 'Write it down' }).click();
	await page.getByText('It is written down').first().waitFor();
	expect(await page.locator('main').innerText()).toContain('Telephone team');
	const { number, serviceId, teamId } = latest();
	await page.goto(`/feedback/cases?service=${serviceId}`);
	await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Telephone team' });
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.waitForURL(new RegExp(`team=${teamId}`));
	await page.getByRole('link', { name: `Comment ${number}`, exact: true }).waitFor();
	expectNoTrouble(page);
	await page.context().close();
});

test('a step that cannot be taken says why in place of its form', async () => {
	const page = await openAs(browser, served, 'contact.manager');
	for (const step of ['acknowledgement', 'answer', 'extension', 'escalation', 'reopening', 'withdrawal']) {
		await page.goto(`/feedback/cases/${latest().number}/${step}`);
		await page.getByRole('heading', { name: 'This step cannot be taken now' }).waitFor();
		expect(await page.locator('main form').count(), step).toBe(0);
	}
	await expectAccessible(page);
	await page.context().close();
});
