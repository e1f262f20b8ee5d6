import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastEnded, showPeriod } from '#lib/domain/measures/period.ts';
import { launchBrowser } from '../support/browser.ts';
import { councilAtWork } from '../support/council-at-work.ts';
import { accessibilityFindings, expectNoTrouble, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

/* A month is brought in and the measure changes; a released month is corrected with a reason; with and without JavaScript, through axe. */

let browser: Browser;
let served: Served;
let measure: string;
let period: string;
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const things = (await councilAtWork(served.db)).repairs.draft;
	[measure, period] = [things['measure']!, things['period']!];
}, 180_000);
afterAll(async () => {
	await browser.close();
	await served.stop();
});

const csv = (text: string) => ({ name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

test.each([true, false])('a month is brought in and the measure changes, JavaScript %s', async (javaScript) => {
	const page = await openAs(browser, served, 'programme.lead', { javaScript });
	const [month, many, said] = [lastEnded(today()), ...(javaScript ? ([31, '31'] as const) : ([32, '31 becomes 32'] as const))] as const;
	await page.goto('/measures/imports');
	expect(await accessibilityFindings(page)).toEqual([]);
	await page.getByLabel('The file').setInputFiles(csv(`Schluessel;Monat;Amt\n${many};${showPeriod(month)};Housing repairs`));
	await page.getByRole('button', { name: 'Check the file' }).click();
	if (javaScript) {
		await page.getByRole('heading', { name: 'Which column is what?' }).waitFor();
		expect(await accessibilityFindings(page)).toEqual([]);
		await page.getByLabel('Measure', { exact: true }).selectOption({ label: 'All are Keys cut' });
		await page.getByLabel('Month', { exact: true }).selectOption('Monat');
		await page.getByLabel('Service (optional)').selectOption('Amt');
		await page.getByLabel('Numerator (optional)').selectOption('Schluessel');
		await page.getByRole('button', { name: 'Check the file' }).click();
	}
	// the second file has the same heads: nothing is asked
	await page.getByRole('button', { name: 'Apply the change' }).waitFor();
	expect(await page.locator('main').innerText()).toContain(`Keys cut, ${showPeriod(month)}, Housing repairs: ${said}`);
	await page.getByRole('button', { name: 'Apply the change' }).click();
	await page.getByRole('heading', { name: '1 change applied' }).waitFor();
	await page.goto(`/measures/${measure}`);
	expect(await heading(page)).toBe(`Keys cut: ${many}`);
	expect(await page.locator('main').innerText()).toContain(showPeriod(month));
	expect(await accessibilityFindings(page)).toEqual([]);
	expectNoTrouble(page);
	await page.context().close();
});

test.each([true, false])(
	'a value of a released month is corrected with a reason, and what stood there is kept, JavaScript %s',
	async (javaScript) => {
		const page = await openAs(browser, served, 'repairs.manager', { javaScript, width: 320 });
		await page.goto(`/measures/months/${period}?measure=${measure}`);
		await page.getByLabel('Service', { exact: true }).selectOption({ label: 'Housing repairs' });
		await page.getByRole('button', { name: 'Show', exact: true }).click();
		await page.waitForURL(/service=/);
		expect(await page.locator('main').innerText()).toContain('needs a reason');
		const counted = page.getByLabel('Counted: Keys cut, all channels');
		const before = await counted.inputValue();
		await counted.fill(String(Number(before) + 1));
		await page.getByRole('button', { name: 'Save the values' }).click();
		await page.getByRole('alert').getByRole('link').first().waitFor();
		expect(await page.getByRole('alert').innerText()).toContain('is released. Enter the reason for the correction');
		expect(await counted.inputValue()).toBe(String(Number(before) + 1));
		await page.getByLabel('Reason for the correction').fill('One was found in a drawer');
		await page.getByRole('button', { name: 'Save the values' }).click();
		await page.getByText('The values are saved').waitFor();
		await page.goto(`/measures/${measure}`);
		await page.getByText(/^The \d+ values, each beside the year before$/).click();
		const address = await page
			.getByRole('link', { name: showPeriod(period) })
			.first()
			.getAttribute('href');
		await page.goto(address ?? '');
		// of the council it is a sum; its part leads to the value itself
		await page
			.locator('main')
			.getByRole('link', { name: String(Number(before) + 1), exact: true })
			.click();
		await page.getByRole('heading', { name: 'Every value it had' }).waitFor();
		const text = await page.locator('main').innerText();
		expect(text).toContain('One was found in a drawer');
		expect(text).toContain('Superseded');
		expect(await accessibilityFindings(page)).toEqual([]);
		expectNoTrouble(page);
		await page.context().close();
	}
);

test('the list, a month, the definition, the targets and the shift pass axe', async () => {
	const page = await openAs(browser, served, 'programme.lead');
	for (const address of [
		'/measures',
		`/measures/months`,
		`/measures/${measure}/details`,
		`/measures/${measure}/targets`,
		'/measures/savings',
		'/measures/new'
	]) {
		await page.goto(address);
		expect(await accessibilityFindings(page), address).toEqual([]);
	}
	expectNoTrouble(page);
	await page.context().close();
});
