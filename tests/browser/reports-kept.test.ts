import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { keptReports, reportSchedules } from '#lib/domain/kept-reports/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { personOf } from '../support/council-at-work.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

vi.setConfig({ testTimeout: 120_000 });

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

const repairs = () => served.db.select().from(services).where(eq(services.name, 'Housing repairs')).get()?.id ?? '';
const today = dayOf(Date.now());
const anAction = {
	detail: '',
	priority: 'high',
	startOn: today,
	dueOn: addDays(today, 60),
	reviewOn: addDays(today, 90),
	measure: '',
	baseline: '',
	target: ''
} as const;

test.each([true, false])('a report is kept, changes, and is compared with what was kept (JavaScript: %s)', async (javaScript) => {
	const manager = await openAs(browser, served, 'repairs.manager', { javaScript });
	await manager.goto('/actions/plan');
	await manager.getByLabel('Plan of').selectOption({ label: 'Housing repairs' });
	await manager.getByRole('button', { name: 'Show' }).click();
	const keep = async (why: string) => {
		await manager.getByRole('link', { name: 'Keep this report as it is today' }).click();
		await heading(manager, 'Keep this report as it is today');
		await manager.getByLabel(/Why it is kept/).fill(why);
		await manager.getByRole('button', { name: 'Keep this report' }).click();
		await manager.getByText('The report is kept as it is now.').waitFor();
	};
	await keep(`Before the cabinet, ${javaScript}`);
	await manager.getByText(`Before the cabinet, ${javaScript}`).waitFor();
	await expectAccessible(manager);

	const person = personOf(served.db, 'repairs.manager');
	const title = `Ring back within a day, ${javaScript}`;
	expect(addAction(served.db, person, repairs(), { ...anAction, title, ownerId: person.id }).ok).toBe(true);
	await manager.goto('/reports/kept');
	await heading(manager, 'Reports kept as they were');
	await expectAccessible(manager);
	await manager
		.getByRole('link', { name: /Housing repairs: .* in the year/ })
		.first()
		.click();
	await manager.getByRole('link', { name: 'The report as it is today' }).click();
	await keep('');
	await manager.getByRole('link', { name: /What changed since the one kept before it/ }).click();
	await manager.getByRole('table').getByText(title).waitFor();
	await expectAccessible(manager);
	await manager.context().close();
});

test('the list holds for each what they may read, and nothing of a kept report is there for others', async () => {
	const { number } = served.db.select().from(keptReports).all().at(-1)!;
	for (const [who, status] of [
		['planning.manager', 404],
		['councillor', 404],
		['advisor', 404],
		['board.member', 200]
	] as const) {
		const page = await openAs(browser, served, who);
		expect((await page.goto(`/reports/kept/${number}`))?.status(), who).toBe(status);
		await page.goto('/reports/kept');
		expect(await page.getByRole('link', { name: `kept report ${number}` }).count(), who).toBe(status === 200 ? 1 : 0);
		const file = await page.request.get(`/reports/kept/${number}/pdf`);
		expect(file.status(), who).toBe(status);
		await page.context().close();
	}
});

test.each([true, false])('a report is kept every month until that is ended (JavaScript: %s)', async (javaScript) => {
	const lead = await openAs(browser, served, 'programme.lead', { javaScript });
	await lead.goto('/reports/council');
	await lead.getByRole('link', { name: 'Keep this report as it is today' }).click();
	await lead.getByRole('link', { name: /Have it kept every month/ }).click();
	await heading(lead, 'Have this report kept regularly');
	await lead.getByRole('button', { name: 'Have it kept' }).click();
	await lead.getByRole('alert').getByText('Choose how often it is kept').waitFor();
	await expectAccessible(lead);
	await lead.getByLabel('Every month').check();
	await lead.getByRole('textbox', { name: 'Year' }).fill('2031');
	await lead.getByRole('button', { name: 'Have it kept' }).click();
	await lead.getByText('The report is kept regularly from now on.').waitFor();
	await expectAccessible(lead);
	await lead.getByRole('link', { name: /^End it.*The council/ }).click();
	await expectAccessible(lead);
	await lead.getByRole('button', { name: 'End it' }).click();
	await lead.getByText('It has ended. What was kept stays.').waitFor();
	expect(served.db.select().from(reportSchedules).all().at(-1)).toMatchObject({ stoppedWhy: 'Ended by its owner.' });
	await lead.context().close();
});
