import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';
import type { Served } from './served.ts';

type Options = { javaScript?: boolean; width?: number };

/** What went wrong on a page while a test looked at it: errors in the console, among them what the CSP refused. */
const troubles = new WeakMap<Page, string[]>();
const scriptless = new WeakSet<Page>();
/** A page that was asked for on purpose although it is not there. */
const expected = /the server responded with a status of (400|403|404|409|413|415|422|429)/;

/** Opens a page as somebody of the example council (by the first part of their email), or as nobody. */
export async function openAs(
	browser: Browser,
	served: Served,
	who: string | null,
	{ javaScript = true, width = 1280 }: Options = {}
): Promise<Page> {
	const context = await browser.newContext({
		baseURL: served.origin,
		javaScriptEnabled: javaScript,
		viewport: { width, height: 900 },
		reducedMotion: 'reduce',
		locale: 'en-GB',
		timezoneId: 'Europe/London'
	});
	if (who) {
		const [name = '', value = ''] = (await served.cookieOf(who)).split('=');
		await context.addCookies([{ name, value, url: served.origin, httpOnly: true, sameSite: 'Lax' }]);
	}
	const page = await context.newPage();
	const found: string[] = [];
	troubles.set(page, found);
	if (!javaScript) scriptless.add(page);
	page.on('console', (message) => {
		if (message.type() === 'error' && !expected.test(message.text())) found.push(message.text());
	});
	page.on('pageerror', (error) => found.push(String(error)));
	// how long a machine that others load takes is no part of what is held
	page.setDefaultTimeout(45_000);
	return page;
}

/** The page has loaded, its script is at work, and nothing was said in the console. */
export function expectNoTrouble(page: Page): void {
	expect(troubles.get(page)).toEqual([]);
}

/** axe is a script: where scripts are off it looks at the same HTML in a page whose own scripts do not run. */
async function findingsWithoutScript(page: Page): Promise<string[]> {
	const context = await page.context().browser()!.newContext({ viewport: page.viewportSize() });
	const html = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '');
	await context.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: html }));
	const twin = await context.newPage();
	await twin.goto(page.url());
	const found = await axeFindings(twin);
	await context.close();
	return found;
}

/**
 * What is wrong with a page, a line each: WCAG 2.2 A and AA by axe, sideways scrolling, other than one main heading, no title of
 * its own, trouble in the console since the page was opened.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
	const found = scriptless.has(page) ? await findingsWithoutScript(page) : await axeFindings(page);
	const { sideways, headings } = await page.evaluate(() => ({
		sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
		headings: document.querySelectorAll('h1').length
	}));
	if (sideways > 0) found.push(`scrolls sideways by ${sideways} pixels`);
	if (headings !== 1) found.push(`has ${headings} main headings`);
	const title = await page.title();
	if (!/ – Golden Thread$/.test(title)) found.push(`is called '${title}'`);
	// each trouble is told once, of the page that made it
	return [...found, ...(troubles.get(page)?.splice(0) ?? [])];
}

/** Holds that nothing is wrong with a page. */
export async function expectAccessible(page: Page): Promise<void> {
	expect(await accessibilityFindings(page), page.url()).toEqual([]);
}
