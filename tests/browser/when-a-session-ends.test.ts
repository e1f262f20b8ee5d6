import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptForms, sessions } from '#lib/domain/access/tables.ts';
import { answers } from '#lib/domain/assessments/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { staged } from '../support/frameworks.ts';
import { signIn } from '../support/inviting-on-screen.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { arrive, press, sees, visit } from '../support/walking.ts';

let browser: Browser;
let served: Served;
let id = '';
const criterion = (number: string) => `/assessments/${id}/criteria/${number}`;
const long = 'Every adviser is told of a change to a round on the day before it, by the depot, and tells whoever rings. '.repeat(35).trim();
const password = 'otter candle viaduct';
const endSessions = () => served.db.delete(sessions).run();
const signInAs = (page: Page, who: string) => signIn(page, `${who}@marlbourne.example`, password);

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const service = served.db.select().from(services).where(eq(services.name, 'Waste and recycling')).get();
	const framework = staged('1.1 1.2 1.3', { id: 'a-session-ends' });
	id = anAssessment(served.db, framework, service?.id ?? '', dayOf(Date.now()), { cycle: 'a session ends' });
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const commentOf = (number: string) =>
	served.db
		.select({ comment: answers.comment })
		.from(answers)
		.where(and(eq(answers.assessmentId, id), eq(answers.criterion, number)))
		.get()?.comment;

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
	test('a session ends while a long comment is typed: it is kept, and back after signing in', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		const number = javaScript ? '1.1' : '1.2';
		await visit(page, criterion(number));
		endSessions();
		await page.getByRole('textbox', { name: 'Comment' }).fill(long);
		if (!javaScript) {
			await page.getByRole('radio', { name: 'Largely achieved' }).check();
			await press(page, 'Save and continue');
		}
		await sees(page, 'What you typed is kept');
		await arrive(page, 'Sign in');
		await signInAs(page, 'waste.manager');
		await sees(page, 'What you typed is back');
		expect(new URL(page.url()).pathname).toBe(criterion(number));
		expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(long);
		await page.getByRole('radio', { name: 'Largely achieved' }).check();
		await press(page, 'Save and continue');
		await page.waitForURL((url) => url.pathname !== criterion(number));
		expect(commentOf(number)).toBe(long);
		await page.context().close();
	});

	test('a session ends while a row of the table of answers is typed: the row is back as well', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		await visit(page, `/assessments/${id}/all`);
		endSessions();
		await page.getByRole('textbox', { name: '1.3: comment' }).fill(`Typed too late, ${javaScript}`);
		if (!javaScript) await press(page, 'Save all');
		await sees(page, 'What you typed is kept');
		await signInAs(page, 'waste.manager');
		await sees(page, 'What you typed is back');
		expect(await page.getByRole('textbox', { name: '1.3: comment' }).inputValue()).toBe(`Typed too late, ${javaScript}`);
		await press(page, 'Save all');
		await sees(page, 'Saved. 1 answer was changed.');
		expect(commentOf('1.3')).toBe(`Typed too late, ${javaScript}`);
		await page.context().close();
	});
});

test('a password is never kept, whatever its form says', async () => {
	const body = new URLSearchParams({ as: 'somebody', email: 'waste.manager@marlbourne.example', password });
	const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: served.origin };
	const answered = await fetch(`${served.origin}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
	expect([answered.status, answered.headers.get('location')]).toEqual([303, '/']);
	expect(JSON.stringify(served.db.select().from(keptForms).all())).not.toContain(password);
});
