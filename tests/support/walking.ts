import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './pages.ts';

const looked = new Set<string>();

/** Looks at a page as `expectAccessible` does, once for each page of the house and each state of it that a test file comes to. */
export async function look(page: Page): Promise<void> {
	const place = new URL(page.url()).pathname.replace(/[^/]*\d[^/]*/g, '*');
	const state = (await page.title()).startsWith('Error: ') ? ' with errors' : '';
	if (looked.has(place + state)) return;
	looked.add(place + state);
	await expectAccessible(page);
}

/** The page whose main heading says this is there, and is a page to be seen. */
export async function arrive(page: Page, heading: string | RegExp): Promise<void> {
	await page.getByRole('heading', { level: 1, name: heading }).waitFor();
	await look(page);
}

/** Goes to an address and gives the status of what came. */
export async function visit(page: Page, address: string): Promise<number> {
	const response = await page.goto(address);
	await look(page);
	return response?.status() ?? 0;
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
export const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

/** Waits until every one of these texts is on the page. */
export async function sees(page: Page | Locator, ...texts: (string | RegExp)[]): Promise<void> {
	for (const text of texts) await page.getByText(text).first().waitFor();
}

/** The page says that something is wrong, in the summary at its top. */
export async function isRefused(page: Page, text: string | RegExp): Promise<void> {
	await page.getByRole('alert').getByText(text).first().waitFor();
	await look(page);
}

/** Fills in a date, YYYY-MM-DD, as its day, month and year. */
export async function fillDate(page: Page, label: string, date: string): Promise<void> {
	const [year = '', month = '', day = ''] = date.split('-');
	const group = page.getByRole('group', { name: label });
	await group.getByLabel('Day').fill(String(Number(day)));
	await group.getByLabel('Month').fill(String(Number(month)));
	await group.getByLabel('Year').fill(year);
}

/** What a link on the page gives to take away. */
export async function takeAway(page: Page, address: string | null): Promise<Buffer> {
	const response = await page.request.get(address ?? '');
	if (response.status() !== 200) throw new Error(`${address} answered ${response.status()}`);
	return response.body();
}
