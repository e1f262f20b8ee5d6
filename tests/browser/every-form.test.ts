import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyPage, type EveryPage } from '../support/every-page.ts';
import { forEach, seen } from '../support/looking.ts';
import { errorsOf, refused, withNewForms } from '../support/sending-empty.ts';

/* Each form that a link leads to is sent with nothing in it, as a browser without scripts does; what the answer says is looked at as pages are. */

let every: EveryPage;
beforeAll(async () => {
	every = await everyPage();
});
afterAll(() => every?.stop());

test('a form sent empty says what to do, where it is to be done', async () => {
	expect(await forEach(every.browser, every.served, withNewForms(every.visits), errorsOf)).toEqual([]);
	// most forms ask for something
	expect(refused.forms).toBeGreaterThan(30);
}, 600_000);

test('the pages of those not signed in can be used by everybody', async () => {
	const { browser, served, empty, invitation } = every;
	const pages = [
		{ route: '/sign-in', address: '/sign-in', who: null },
		{ route: '/invitations/[token]', address: `/invitations/${invitation}`, who: null }
	];
	const first = [{ route: '/set-up', address: '/set-up', who: null }];
	for (const look of [seen, errorsOf])
		expect([...(await forEach(browser, served, pages, look)), ...(await forEach(browser, empty, first, look))]).toEqual([]);
});
