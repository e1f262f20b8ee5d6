import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptForms } from '#lib/domain/access/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { endSessions, examplePassword, signInToGoOn } from '../support/ending-sessions.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { arrive, press, sees, visit } from '../support/walking.ts';
import { wasteAssessment } from '../support/waste-assessment.ts';

let browser: Browser;
let served: Served;
let waste: ReturnType<typeof wasteAssessment>;
const long = 'Every adviser is told of a change to a round on the day before it, by the depot, and tells whoever rings. '.repeat(35).trim();

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	waste = wasteAssessment(served, '1.1 1.2 1.3', 'a session ends');
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
	test('a session ends while a long comment is typed: it is kept, and back after signing in', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		const number = javaScript ? '1.1' : '1.2';
		await visit(page, waste.criterion(number));
		endSessions(served);
		await page.getByRole('textbox', { name: 'Comment' }).fill(long);
		if (!javaScript) {
			await page.getByRole('radio', { name: 'Largely achieved' }).check();
			await press(page, 'Save and continue');
		}
		await arrive(page, 'Sign in');
		await signInToGoOn(page, 'waste.manager');
		expect(new URL(page.url()).pathname).toBe(waste.criterion(number));
		expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(long);
		await page.getByRole('radio', { name: 'Largely achieved' }).check();
		await press(page, 'Save and continue');
		await page.waitForURL((url) => url.pathname !== waste.criterion(number));
		expect(waste.commentOf(number)).toBe(long);
		await page.context().close();
	});

	test('a session ends while a row of the table of answers is typed: the row is back as well', async () => {
		const page = await openAs(browser, served, 'waste.manager', { javaScript });
		await visit(page, `/assessments/${waste.id}/all`);
		endSessions(served);
		await page.getByRole('textbox', { name: '1.3: comment' }).fill(`Typed too late, ${javaScript}`);
		if (!javaScript) await press(page, 'Save all');
		await signInToGoOn(page, 'waste.manager');
		expect(await page.getByRole('textbox', { name: '1.3: comment' }).inputValue()).toBe(`Typed too late, ${javaScript}`);
		await press(page, 'Save all');
		await sees(page, 'Saved. 1 answer was changed.');
		expect(waste.commentOf('1.3')).toBe(`Typed too late, ${javaScript}`);
		await page.context().close();
	});
});

test('a password is never kept, whatever its form says', async () => {
	const body = new URLSearchParams({ as: 'somebody', email: 'waste.manager@marlbourne.example', password: examplePassword });
	const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: served.origin };
	const answered = await fetch(`${served.origin}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
	expect([answered.status, answered.headers.get('location')]).toEqual([303, '/']);
	expect(JSON.stringify(served.db.select().from(keptForms).all())).not.toContain(examplePassword);
});
