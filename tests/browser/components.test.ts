import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { compile } from 'sass';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

// Every example of the components, drawn on the server with the real style sheet, looked at by axe: wide, and on a small phone.
const examples = import.meta.glob<{ default: Component }>('./examples/*.svelte', { eager: true });
const widths = [1280, 320];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const at = 'http://components.example';

let browser: Browser;
let css: string;
beforeAll(async () => {
	browser = await launchBrowser();
	css = compile('src/lib/ui/styles/main.scss', { loadPaths: ['node_modules'], quietDeps: true }).css;
});
afterAll(() => browser?.close());

const font = createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');

/** Opens an example as the server draws it: no script runs. */
async function open(component: Component, width: number, options: BrowserContextOptions = {}): Promise<Page> {
	const context = new Map([['__request__', { page: { data: {}, url: new URL(at) } }]]);
	const { head, body } = render(component, { context });
	const html = `<!doctype html><html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/main.css">${head}</head><body class="govuk-template__body">${body}</body></html>`;
	const page = await (await browser.newContext({ viewport: { width, height: 900 }, ...options })).newPage();
	await page.route(`${at}/**`, (route) => {
		const { pathname } = new URL(route.request().url());
		if (pathname.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: css });
		if (pathname.endsWith('.woff2')) return route.fulfill({ contentType: 'font/woff2', body: readFileSync(font) });
		return route.fulfill({ contentType: 'text/html', body: html });
	});
	await page.goto(`${at}/`);
	await page.evaluate(() => document.fonts.ready);
	return page;
}

describe.each(Object.entries(examples))('%s', (name, { default: component }) => {
	test.each(widths)('at %i px axe finds nothing and nothing scrolls sideways', async (width) => {
		const page = await open(component, width);
		const shots = process.env.SHOTS;
		if (shots) await page.screenshot({ path: `${shots}/${name.replace(/.*\/|\.svelte/g, '')}-${width}.png`, fullPage: true });
		const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		await page.context().close();
	});
});

describe('at 320 px', () => {
	const named = (name: string) => {
		const found = examples[`./examples/${name}.svelte`];
		if (!found) throw new Error(`No example ${name}`);
		return found.default;
	};
	test('a folded table and a folded heat map are still tables to those who hear them', async () => {
		const page = await open(named('council'), 320);
		await page.getByRole('table', { name: /Agreed level by service and theme/ }).waitFor();
		expect(await page.getByRole('rowheader', { name: 'Housing repairs' }).count()).toBe(1);
		expect(await page.getByRole('link', { name: 'Housing repairs, Culture: level 1 Interested, below target 3' }).count()).toBe(1);
		await page.context().close();
	});
	test('the menu opens without JavaScript', async () => {
		const page = await open(named('home'), 320, { javaScriptEnabled: false });
		const link = page.locator('.gt-menu').getByText('Journeys', { exact: true });
		expect(await link.isVisible()).toBe(false);
		await page.locator('.gt-menu summary').click();
		expect(await link.isVisible()).toBe(true);
		await page.context().close();
	});
});

test('no component carries an inline style', () => {
	const context = new Map([['__request__', { page: { data: {}, url: new URL(at) } }]]);
	for (const { default: component } of Object.values(examples)) expect(render(component, { context }).body).not.toMatch(/\sstyle=/);
});
