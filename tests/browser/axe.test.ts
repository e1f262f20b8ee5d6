import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';

/* What looks at every page must itself see what is wrong, the first time and at another width. */

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await launchBrowser();
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterAll(() => browser?.close());

const show = (style: string, main: string) =>
	page.setContent(
		`<!doctype html><html lang="en"><head><title>A page</title><style>${style}</style></head><body><main><h1>A page</h1>${main}</main></body></html>`
	);
const rules = (found: string[]) => found.map((line) => line.split(':')[0]);

async function wideAndNarrow(): Promise<(string | undefined)[][]> {
	await page.setViewportSize({ width: 1280, height: 900 });
	const wide = rules(await axeFindings(page));
	await page.setViewportSize({ width: 320, height: 900 });
	return [wide, rules(await axeFindings(page))];
}

test('a page with nothing wrong has no findings', async () => {
	await show('', '<p>Words</p>');
	expect(await wideAndNarrow()).toEqual([[], []]);
});

test('a field without a name is found at every width', async () => {
	await show('', '<input>');
	expect(await wideAndNarrow()).toEqual([['label'], ['label']]);
});

test('pale words are found once, where they are first seen', async () => {
	await show('p { color: #bbb; background: #fff }', '<p>Words</p>');
	expect(await wideAndNarrow()).toEqual([['color-contrast'], []]);
});

test.each([
	['words', '@media (max-width: 400px) { p { color: #bbb } }'],
	['the ground behind them', '@media (max-width: 400px) { main { background: #222 } }'],
	['words that only then are shown', 'p { color: #bbb; display: none } @media (max-width: 400px) { p { display: block } }']
])('%s that are pale on a phone only are found there', async (_what, style) => {
	await show(`body { background: #fff; color: #000 } h1 { background: #fff } ${style}`, '<p>Words</p>');
	expect(await wideAndNarrow()).toEqual([[], ['color-contrast']]);
});

test('another page is looked at afresh', async () => {
	await show('', '<p>Words</p>');
	await wideAndNarrow();
	await page.goto('data:text/html,<html lang="en"><title>B</title><main><h1>B</h1><p style="color:%23bbb">Words</p></main></html>');
	expect(rules(await axeFindings(page))).toEqual(['color-contrast']);
});
