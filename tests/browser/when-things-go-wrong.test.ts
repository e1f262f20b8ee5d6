import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitations, people } from '#lib/domain/access/tables.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { fillAnswer } from '../support/answering-on-screen.ts';
import { launchBrowser } from '../support/browser.ts';
import { invite } from '../support/inviting-on-screen.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { files } from '../support/uploads.ts';
import { arrive, fillDate, isRefused, press, sees, visit } from '../support/walking.ts';
import { wasteAssessment } from '../support/waste-assessment.ts';

let browser: Browser;
let served: Served;
let waste: ReturnType<typeof wasteAssessment>;
const today = dayOf(Date.now());

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	waste = wasteAssessment(served, '1.1 1.2 1.3 1.4 1.5 1.6', 'gone wrong');
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
	test('a button pressed twice makes one action', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		const title = `Ring before the round, ${javaScript}`;
		await visit(page, '/actions/new');
		await page.getByLabel('Title').fill(title);
		await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Donna Priestley, Waste services manager' });
		for (const [label, days] of [
			['Start date', 0],
			['Due date', 30],
			['Review date', 40]
		] as const)
			await fillDate(page, label, addDays(today, days));
		await page.locator('main form').getByRole('button').first().dblclick();
		await sees(page, title);
		await page.waitForURL((url) => url.pathname !== '/actions/new');
		expect(served.db.select().from(actions).where(eq(actions.title, title)).all()).toHaveLength(1);
		await page.context().close();
	});

	test('an empty file is refused, and a path in a name is not a path', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		const choose = (name: string, buffer: Buffer) =>
			page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
		await visit(page, `${waste.criterion('1.4')}/evidence/new`);
		await choose('rounds.pdf', Buffer.alloc(0));
		await press(page, 'Add evidence');
		await isRefused(page, 'The file rounds.pdf is empty');
		await choose('..\\..\\etc\\rounds.pdf', files.pdf);
		await press(page, 'Add evidence');
		await sees(page, /^rounds\.pdf$/, 'is here. Choose a file only to put another in its place');
		await page.context().close();
	});
});

test('keys stay in their field when somebody else saved, and what was typed after that is compared too', async () => {
	const [mine, theirs] = await Promise.all([0, 1].map(() => openAs(browser, served, 'waste.manager')));
	if (!mine || !theirs) throw new Error('No page');
	await Promise.all([mine, theirs].map((page) => page.goto(waste.criterion('1.5'))));
	await fillAnswer(theirs, 'Fully achieved', 'Theirs');
	await expect.poll(() => waste.commentOf('1.5')).toBe('Theirs');
	const comment = mine.getByRole('textbox', { name: 'Comment' });
	await mine.getByRole('radio', { name: 'Largely achieved' }).check();
	await comment.focus();
	await isRefused(mine, /^Not saved: Donna Priestley saved a change at/);
	await mine.keyboard.type('Mine, typed on');
	expect(await comment.inputValue()).toBe('Mine, typed on');
	await mine.keyboard.press('Tab');
	await sees(mine.locator('.gt-conflict'), 'Theirs', 'Mine, typed on');
	expect(waste.commentOf('1.5')).toBe('Theirs');
	await press(mine, 'Save mine over it');
	await mine.waitForURL((url) => url.pathname !== waste.criterion('1.5'));
	expect(waste.commentOf('1.5')).toBe('Mine, typed on');
	await Promise.all([mine, theirs].map((page) => page.context().close()));
});

test('a row of answers is said to be saved only when all of it is, its saves never cross, and leaving waits for them', async () => {
	const page = await openAs(browser, served, 'waste.manager');
	let under = 0;
	let atOnce = 0;
	// a slow line, so that choosing, typing and leaving the field all come while the first is on its way
	await page.route('**/all', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		atOnce = Math.max(atOnce, ++under);
		await new Promise((resolve) => setTimeout(resolve, 400));
		const response = await route.fetch();
		under--;
		await route.fulfill({ response });
	});
	const row = page.locator('#row-1\\.2');
	const comment = page.getByRole('textbox', { name: '1.2: comment' });
	await page.goto(`/assessments/${waste.id}/all`, { waitUntil: 'networkidle' });
	await page.getByRole('radio', { name: '1.2: Largely achieved' }).check();
	await sees(row, /^Saved \d\d:\d\d/);
	await comment.fill('Half');
	expect(await row.getByText(/^Saved/).count()).toBe(0);
	await comment.blur();
	await comment.fill('Typed while the first half was on its way');
	await comment.blur();
	await page.getByRole('radio', { name: '1.2: Fully achieved' }).check();
	await sees(row, /^Saved \d\d:\d\d/);
	expect(waste.commentOf('1.2')).toBe('Typed while the first half was on its way');
	expect([atOnce, await row.getByRole('alert').count()]).toEqual([1, 0]);

	await comment.fill('Typed last');
	await page.getByRole('link', { name: 'Back to the list' }).click();
	await page.waitForURL((url) => url.pathname === `/assessments/${waste.id}`);
	expect(waste.commentOf('1.2')).toBe('Typed last');
	await page.context().close();
});

test('what is typed before the script of a page arrives is not lost, and is saved', async () => {
	const page = await openAs(browser, served, 'waste.manager');
	let arrives = () => {};
	const held = new Promise<void>((resolve) => (arrives = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(waste.criterion('1.6'), { waitUntil: 'commit' });
	await fillAnswer(page, 'Fully achieved', 'Typed at once');
	arrives();
	await sees(page, /^Saved \d\d:\d\d/);
	expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Typed at once');
	expect(await page.getByRole('radio', { name: 'Fully achieved' }).isChecked()).toBe(true);
	expect(waste.commentOf('1.6')).toBe('Typed at once');
	await page.context().close();
});

test('a link that has run out says so and what to do; one that never was says the same', async () => {
	const administrator = await openAs(browser, served, 'administrator');
	const link = await invite(administrator, 'Late Comer', 'late.comer@marlbourne.example', [['Service manager', 'Libraries']]);
	const person = served.db.select().from(people).where(eq(people.email, 'late.comer@marlbourne.example')).get();
	served.db
		.update(invitations)
		.set({ expiresAt: Date.now() - 1 })
		.where(eq(invitations.personId, person?.id ?? ''))
		.run();
	const nobody = await openAs(browser, served, null);
	for (const address of [link, link.replace(/[^/]+$/, 'never-was')]) {
		await visit(nobody, address);
		await arrive(nobody, 'This link no longer works');
		await sees(nobody, 'Ask your council’s Golden Thread administrator for a new one');
	}
	await Promise.all([administrator, nobody].map((page) => page.context().close()));
});
