import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { decisions } from '#lib/domain/board/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import { launchBrowser } from '../support/browser.ts';
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

test.each([true, false])('what a complaint found is written down, changed and recommended for (JavaScript: %s)', async (javaScript) => {
	const manager = await openAs(browser, served, 'repairs.manager', { javaScript });
	const what = `Keys are asked for twice, ${javaScript}`;
	await manager.goto('/findings');
	await manager.getByRole('link', { name: 'Add a finding' }).click();
	await heading(manager, 'Add a finding');
	await manager.getByLabel('What was found').fill(what);
	await manager.getByLabel('Service', { exact: true }).selectOption({ label: 'Housing repairs' });
	await manager.getByLabel('Medium', { exact: true }).check();
	await manager.getByRole('button', { name: 'Add finding' }).click();
	await manager.getByRole('alert').getByText('Choose where it comes from').waitFor();
	expect(await manager.getByLabel('What was found').inputValue()).toBe(what);
	await expectAccessible(manager);
	await manager.getByLabel('A complaint').check();
	await manager.getByLabel('Which one').fill('Complaint 114, stage 2');
	await manager.getByRole('button', { name: 'Add finding' }).click();
	await heading(manager, what);
	await manager.getByText('A complaint: Complaint 114, stage 2').waitFor();
	await expectAccessible(manager);

	await manager.getByRole('link', { name: 'Change', exact: true }).click();
	await manager.getByLabel('An inspection').check();
	await manager.getByLabel('Which one').fill('Spring visit');
	await manager.getByRole('button', { name: 'Save' }).click();
	await manager.getByText('An inspection: Spring visit').waitFor();

	await manager.getByRole('link', { name: 'Recommend something' }).click();
	await manager.getByLabel('What should be done').fill(`Ask once, ${javaScript}`);
	await manager.getByRole('button', { name: 'Add recommendation' }).click();
	await heading(manager, `Ask once, ${javaScript}`);

	const id = served.db.select().from(findings).where(eq(findings.what, what)).get()?.id ?? '';
	const board = await openAs(browser, served, 'board.member', { javaScript });
	expect((await board.goto(`/findings/${id}/details`))?.status()).toBe(403);
	await board.goto(`/findings/${id}`);
	await heading(board, what);
	expect(await board.getByRole('link', { name: 'Recommend something' }).count()).toBe(0);
	const other = await openAs(browser, served, 'planning.manager', { javaScript });
	expect((await other.goto(`/findings/${id}`))?.status()).toBe(404);
	await Promise.all([manager, board, other].map((page) => page.context().close()));
});

test('what the board decided, with its minutes, is on the page of the recommendation and of its finding', async () => {
	expect(served.db.select().from(decisions).all()).toHaveLength(6);
	const member = await openAs(browser, served, 'board.member');
	await member.goto('/recommendations/26');
	const table = member.getByRole('table', { name: /Decisions of the board/ });
	await table.getByText('Yes, the measure moved').waitFor();
	await expectAccessible(member);
	await table.getByRole('link', { name: 'Minutes of meeting 1' }).click();
	await heading(member, '6 decisions recorded');
	await member.goto('/recommendations/26');
	await member.getByRole('link', { name: 'No text when a slot moves' }).last().click();
	await heading(member, 'No text when a slot moves');
	expect(await table.getByRole('row').count()).toBe(4);
	await member.setViewportSize({ width: 320, height: 900 });
	await expectAccessible(member);

	// who does not see the board reads what it decided, and is led nowhere they may not go
	const manager = await openAs(browser, served, 'repairs.manager');
	await manager.goto('/recommendations/26');
	const theirs = manager.getByRole('table', { name: /Decisions of the board/ });
	await theirs.getByText('Meeting 1').waitFor();
	expect(await theirs.getByRole('link').count()).toBe(0);
	await Promise.all([member, manager].map((page) => page.context().close()));
});

test('the meetings of the board are narrowed and sorted by links and a form', async () => {
	const lead = await openAs(browser, served, 'programme.lead', { javaScript: false });
	await lead.goto('/board/meetings');
	await lead.getByLabel('State').selectOption({ label: 'Held' });
	await lead.getByRole('button', { name: 'Show' }).click();
	await lead.getByText('1 of 1 meeting', { exact: true }).waitFor();
	await lead.getByRole('link', { name: 'Day' }).click();
	expect(new URL(lead.url()).search).toBe('?state=held&order=ascending');
	await expectAccessible(lead);
	await lead.context().close();
});
