import { and, desc, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostFromAddress, mostTaken } from '#lib/domain/surveys/flooding.server.ts';
import { surveyAnswers, surveyAttempts, surveys } from '#lib/domain/surveys/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/* A customer answers a survey: no sign-in, no script, on a telephone; and a script that floods it. */

let browser: Browser;
let served: Served;
let link = '';
let surveyId = '';

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const answers = () =>
	served.db.select().from(surveyAnswers).where(eq(surveyAnswers.surveyId, surveyId)).orderBy(desc(surveyAnswers.answeredAt)).all();
const question = (page: Page, name: RegExp) => page.getByRole('group', { name });

test('a manager makes a survey and its link, which is shown once', async () => {
	const page = await openAs(browser, served, 'waste.manager');
	await page.goto('/feedback/surveys/new');
	await page.getByLabel('Title').fill('Your bin collection');
	await page.getByRole('radio', { name: 'Monthly' }).check();
	await page.getByLabel('What is it about?').selectOption({ label: 'Waste and recycling' });
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Make the survey' }).click();
	await page.getByRole('button', { name: 'Make the link' }).click();
	link = await page.getByLabel('Link to the survey').inputValue();
	expect(link).toMatch(/\/survey\/[\w-]{43}$/);
	await expectAccessible(page);
	await page.reload();
	expect(await page.content()).not.toContain(link);
	surveyId = served.db.select().from(surveys).orderBy(desc(surveys.number)).limit(1).get()!.id;
	await page.context().close();
});

test.each([false, true])('a customer answers it on a telephone (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, null, { javaScript, width: 320 });
	await page.goto(link);
	await page.getByRole('heading', { name: 'Your bin collection' }).waitFor();
	await expectAccessible(page);
	await page.getByLabel('Is there anything you want to tell us?').fill('The crew is kind');
	await page.getByRole('button', { name: 'Send my answers' }).click();
	await page.getByText('Choose how satisfied you are overall').first().waitFor();
	expect(await page.getByLabel('Is there anything you want to tell us?').inputValue()).toBe('The crew is kind');
	await expectAccessible(page);
	await question(page, /Overall/)
		.getByRole('radio', { name: 'Very satisfied' })
		.check();
	await question(page, /wait/).getByRole('radio', { name: 'Fairly dissatisfied' }).check();
	await question(page, /first time/)
		.getByRole('radio', { name: 'Yes' })
		.check();
	await page.getByRole('button', { name: 'Send my answers' }).click();
	await page.getByRole('heading', { name: 'Thank you' }).waitFor();
	await expectAccessible(page);
	expect(answers()[0]).toMatchObject({
		overall: 5,
		wait: 2,
		resolved: true,
		welcome: null,
		comment: 'The crew is kind',
		state: 'counted',
		source: 'link'
	});
	await page.context().close();
});

test('a link nobody gave out gets one polite page, and takes nothing', async () => {
	const page = await openAs(browser, served, null, { javaScript: false });
	await page.goto('/survey/guessed');
	await page.getByRole('heading', { name: 'This survey takes no answers' }).waitFor();
	await expectAccessible(page);
	expect(await page.getByRole('button', { name: 'Send my answers' }).count()).toBe(0);
	await page.context().close();
});

/** What a script sends that takes itself for a browser of ours. */
const flood = (address: string, body: Record<string, string> = {}) =>
	fetch(address, {
		method: 'POST',
		headers: { origin: served.origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ overall: '1', comment: 'Bad', ...body }),
		redirect: 'manual'
	});

test('what fills in a field people do not see is held', async () => {
	expect((await flood(link, { website: 'https://spam.example' })).status).toBe(303);
	expect(answers()[0]).toMatchObject({ state: 'held', comment: 'Bad' });
});

test('a script is stopped, what it sent counts nowhere, and a customer behind the same address loses nothing', async () => {
	const statuses: number[] = [];
	for (let n = 0; n < mostFromAddress + 5; n++) statuses.push((await flood(link)).status);
	expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
	expect(served.db.select().from(surveyAttempts).all().length).toBeLessThanOrEqual(mostTaken);

	const page = await openAs(browser, served, null, { javaScript: false, width: 320 });
	await page.goto(link);
	await question(page, /Overall/)
		.getByRole('radio', { name: 'Fairly satisfied' })
		.check();
	await page.getByLabel('Is there anything you want to tell us?').fill('I am a real customer');
	await page.getByRole('button', { name: 'Send my answers' }).click();
	await page.getByText(`more than ${mostFromAddress} answers came from your connection`).first().waitFor();
	expect(await page.getByLabel('Is there anything you want to tell us?').inputValue()).toBe('I am a real customer');
	expect(
		await question(page, /Overall/)
			.getByRole('radio', { name: 'Fairly satisfied' })
			.isChecked()
	).toBe(true);
	await expectAccessible(page);
	await page.context().close();
});

test('the manager looks at what was held and decides', async () => {
	const page = await openAs(browser, served, 'waste.manager');
	const { number } = served.db.select().from(surveys).where(eq(surveys.id, surveyId)).get()!;
	await page.goto(`/feedback/surveys/${number}/held`);
	await expectAccessible(page);
	await page.getByLabel('Which answer?').selectOption('all');
	await page.getByRole('radio', { name: /does not look like a customer/ }).check();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('heading', { name: 'No answer is held' }).waitFor();
	expect(
		served.db
			.select()
			.from(surveyAnswers)
			.where(and(eq(surveyAnswers.surveyId, surveyId), eq(surveyAnswers.state, 'held')))
			.all()
	).toEqual([]);
	await page.context().close();
});
