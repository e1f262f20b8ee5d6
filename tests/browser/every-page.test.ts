import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../support/addresses.ts';
import { everyPage, type EveryPage } from '../support/every-page.ts';
import { forEach, seen } from '../support/looking.ts';
import { openAs } from '../support/pages.ts';

/*
 * Each role goes wherever links lead it from its home. The fullest page of each route is looked at wide and on a small phone, by axe and
 * for what axe cannot tell; others on the phone, where they show a part that their route has not shown before. Forms are in
 * `every-form.test.ts`.
 */
/**
 * Where no link leads: moving assessments while none is on an older version, the bench's page, those for people not signed in, and the one
 * that the check before submitting sends to.
 */
const unlinked = [
	'/assessments/[assessment]/submission',
	'/frameworks/[version]/moving',
	'/health/reference',
	'/invitations/[token]',
	'/set-up',
	'/sign-in',
	'/survey/[token]'
];

let every: EveryPage;
beforeAll(async () => {
	every = await everyPage();
});
afterAll(() => every?.stop());

test('no link leads nowhere', () => {
	expect(
		every.visits.filter(({ status }) => status !== 200).map(({ who, from, address, status }) => `${who}: ${from} → ${address} ${status}`)
	).toEqual([]);
});

test('a link leads to every page', () => {
	const met = new Set(every.visits.map(({ route }) => route));
	const pages = allRoutes()
		.filter(({ page, reads }) => page && reads)
		.map(({ address }) => address);
	expect(pages.filter((address) => !met.has(address) && !unlinked.includes(address))).toEqual([]);
});

test('every page can be used by everybody', async () => {
	expect(await forEach(every.browser, every.served, every.different, seen)).toEqual([]);
}, 600_000);

test('the first key leads past the header', async () => {
	const page = await openAs(every.browser, every.served, 'repairs.manager');
	await page.goto('/actions');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to main content' });
	expect(await skip.evaluate((link) => document.activeElement === link && link.getBoundingClientRect().top >= 0)).toBe(true);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
	await page.context().close();
});
