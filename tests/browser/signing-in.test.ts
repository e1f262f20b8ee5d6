import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { endSessions, signInToGoOn } from '../support/ending-sessions.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
const password = 'otter candle viaduct';

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

test.each([true, false])('somebody signs in, is where they wanted to go, and signs out (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, null, { javaScript });
	await page.goto('/account');
	expect(new URL(page.url()).pathname).toBe('/sign-in');
	await expectAccessible(page);
	await page.getByLabel('Email address').fill('repairs.manager@marlbourne.example');
	await page.getByLabel('Password').fill('not the password');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('alert').getByText('do not match').waitFor();
	expect(await page.title()).toMatch(/^Error: /);
	expect(await page.getByLabel('Email address').inputValue()).toBe('repairs.manager@marlbourne.example');
	await expectAccessible(page);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByRole('heading', { name: 'Your account' }).waitFor();
	await page.getByText('Service manager: Housing repairs').waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Sign out', exact: true }).click();
	await page.getByRole('heading', { name: 'Sign in' }).waitFor();
	await page.goto('/account');
	expect(new URL(page.url()).pathname).toBe('/sign-in');
	await page.context().close();
});

test('signing out everywhere ends the session in another browser', async () => {
	const [here, there] = await Promise.all([openAs(browser, served, 'advisor'), openAs(browser, served, 'advisor')]);
	await here.goto('/account');
	await here.getByText('In 2 places').waitFor();
	await here.getByRole('button', { name: 'Sign out everywhere' }).click();
	await here.getByRole('heading', { name: 'Sign in' }).waitFor();
	await there.goto('/account');
	expect(new URL(there.url()).pathname).toBe('/sign-in');
	await Promise.all([here.context().close(), there.context().close()]);
});

test.each([true, false])('what was typed when a session ended is back after signing in (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'hr.manager', { javaScript });
	await page.goto('/actions/new');
	await page.getByLabel('Title').fill('Tell every new starter who their customers are');
	endSessions(served);
	await page.locator('main form').getByRole('button').first().click();
	await signInToGoOn(page, 'hr.manager');
	expect(new URL(page.url()).pathname).toBe('/actions/new');
	expect(await page.getByLabel('Title').inputValue()).toBe('Tell every new starter who their customers are');
	await page.context().close();
});

test('an empty database is set up in the browser with the code from the terminal', async () => {
	const empty = await serve({ empty: true, env: { GOLDEN_THREAD_SETUP_CODE: 'BCDFGHJKLM' } });
	const page = await openAs(browser, empty, null);
	await page.goto('/assessments');
	await page.getByRole('heading', { name: 'Set up your council' }).waitFor();
	await expectAccessible(page);
	await page.getByLabel('Code from the terminal').fill('bcdfg-hjklm');
	await page.getByLabel('Name of the council').fill('Marlbourne Borough Council');
	await page.getByLabel('Your name').fill('Asha Patel');
	await page.getByLabel('Your email address').fill('asha@marlbourne.example');
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Set up' }).click();
	await page.getByRole('alert').getByText('12 characters or more').waitFor();
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Set up' }).click();
	await page.waitForURL('**/frameworks');
	expect((await fetch(`${empty.origin}/set-up`)).status).toBe(404);
	await page.context().close();
	await empty.stop();
});
