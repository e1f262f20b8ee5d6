import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { staff } from '#lib/domain/organisation/tables.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { readReport } from '../support/reading-reports.ts';
import { serve, type Served } from '../support/served.ts';
import { wordsOf } from '../support/words-of.ts';

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

/** Each table of the report, by its caption: what it is called in the JSON and the CSV. */
const tables = {
	'Journeys reviewed': 'journeys',
	'Contact standards kept': 'standards',
	'Measures, with the year before': 'measures',
	'Complaints and the year before': 'complaints',
	'What complaints taught': 'lessons',
	'Plan for the next year': 'plan'
};

test('a councillor reads the year, without JavaScript, and takes away the same as PDF, workbook, CSV and JSON', async () => {
	const page = await openAs(browser, served, 'councillor', { javaScript: false });
	await page.goto('/reports');
	await page.getByRole('link', { name: /annual report/i }).click();
	await page.getByRole('heading', { level: 1, name: /^A year of customer experience: / }).waitFor();
	await expectAccessible(page);
	const found = await readReport(page, tables);
	for (const [at, table] of found.tables.entries()) {
		const caption = Object.keys(tables)[at]!;
		expect(table.page.length, caption).toBeGreaterThan(1);
		for (const form of [table.json, table.xlsx, table.csv]) expect(form, caption).toEqual(table.page);
	}
	expect(found.begins).toBe('%PDF-');
	expect(found.pdf.pages).toBeGreaterThan(5);
	for (const heading of await page.getByRole('heading', { level: 2 }).allInnerTexts()) {
		const [first = ''] = heading.split(' ').filter((word) => /^\w{5,}$/.test(word));
		expect(found.pdf.text, heading).toContain(first);
	}
	await page.context().close();
});

test('on a phone it is one column, and everybody who may read it reads the same', async () => {
	const phone = await openAs(browser, served, 'programme.lead', { width: 320 });
	await phone.goto('/reports/annual');
	await expectAccessible(phone);
	await phone.context().close();
	const said: string[] = [];
	for (const who of ['programme.lead', 'board.member', 'councillor', 'assessor']) {
		const answer = await fetch(`${served.origin}/reports/annual/json`, { headers: { cookie: await served.cookieOf(who) } });
		const { sections } = (await answer.json()) as { sections: unknown };
		said.push(JSON.stringify(sections));
	}
	expect(new Set(said).size).toBe(1);
});

test('it is not there for anybody else, and names nobody who serves customers', async () => {
	for (const who of ['repairs.manager', 'team.leader', 'advisor', 'shopper', 'administrator', 'performance.officer'])
		for (const form of ['', '/pdf', '/xlsx', '/json', '/csv?table=measures']) {
			const answer = await fetch(`${served.origin}/reports/annual${form}`, { headers: { cookie: await served.cookieOf(who) } });
			expect(answer.status, `${who} ${form}`).toBe(404);
		}
	const cookie = await served.cookieOf('programme.lead');
	const names = served.db.select({ name: staff.name }).from(staff).all();
	for (const form of ['pdf', 'xlsx', 'json']) {
		const words = await wordsOf(await fetch(`${served.origin}/reports/annual/${form}`, { headers: { cookie } }));
		for (const { name } of names) expect(words.includes(name), `${name} in ${form}`).toBe(false);
	}
});
