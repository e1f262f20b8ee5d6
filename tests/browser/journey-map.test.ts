import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { aMappedJourney, large } from '../support/mapped-journey.ts';
import { expectAccessible, expectNoTrouble, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { keepNote } from '../support/evidence.ts';

let served: Served;
let browser: Browser;
beforeAll(async () => {
	[served, browser] = await Promise.all([serve(), launchBrowser()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const small = [
	{ name: 'Report it', who: 'Customer with tier 1', steps: [{ does: 'Rings' }, { does: 'Explains' }, { does: 'Gets a number' }] },
	{ name: 'Wait', who: '', steps: [{ does: 'Waits' }] }
];
const row = (page: Page, does: string) => page.locator('tr[id^=step-]', { has: page.locator('.gt-editor__step', { hasText: does }) });
const control = (page: Page, does: string, name: string) => row(page, does).locator(`[data-c=${name}]`);
/** The steps in the order in which they stand on the page, without their numbers. */
const orderOn = async (page: Page) =>
	(await page.locator('tr[id^=step-] .gt-editor__step > div > span').allInnerTexts()).map(
		(text) => text.replace(/^\d+\.\s*/, '').split('\n')[0]
	);
/** Comes true within seconds, as others' changes do. */
const soon = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 8000 });
const spoken = (page: Page) => page.locator('[data-spoken]');
/** What the keys are on, by its place in the grid. */
const keysOn = (page: Page) =>
	page.evaluate(() => {
		const on = document.activeElement as HTMLElement | null;
		return `${on?.closest<HTMLElement>('[data-row]')?.innerText.replace(/\s+/g, ' ').slice(0, 40)} / ${on?.dataset.c ?? on?.tagName}`;
	});

async function open(who: string, address: string, options: Parameters<typeof openAs>[3] = {}) {
	const page = await openAs(browser, served, who, options);
	await page.goto(address);
	// Kit says so once the page's script is at work
	if (options.javaScript !== false) await page.waitForFunction(() => document.querySelector('#svelte-announcer') !== null);
	return page;
}

describe('with script', () => {
	test('a step is opened in its place, saves itself while one types, and is closed again with the keys where they were', async () => {
		const map = aMappedJourney(served.db, small);
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		await control(page, 'Rings', 'edit').click();
		await page.getByLabel('In the customer’s own words').fill('I rang three times');
		await page.getByLabel('Waiting time').fill('2 hours');
		await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
		expect(map.asIs.step('Rings')).toMatchObject({ quote: 'I rang three times', waitingMinutes: 120 });
		// only the open step has fields
		expect(await page.locator('textarea[name=does]').count()).toBe(1);
		await page.getByRole('button', { name: 'Save and close' }).click();
		await page.locator('.gt-openstep').waitFor({ state: 'detached' });
		expect(await row(page, 'Rings').innerText()).toContain('‘I rang three times’');
		expect(await keysOn(page)).toContain('/ edit');
		expectNoTrouble(page);
	});

	test('what cannot be saved is said, and nothing typed is lost', async () => {
		const map = aMappedJourney(served.db, small);
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		await control(page, 'Rings', 'edit').click();
		await page.getByLabel('Waiting time').fill('a while');
		await page.getByText('Not saved: Waiting time must be a time, like 9 min, 14 hours, 11 days or 2 weeks').waitFor();
		expect(await page.getByLabel('Waiting time').inputValue()).toBe('a while');
		expect(map.asIs.step('Rings').waitingMinutes).toBeNull();
	});

	test('steps are added at speed, duplicated, split, merged, removed, and all of it undone and done again', async () => {
		const map = aMappedJourney(served.db, small);
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		await control(page, 'Explains', 'more').click();
		await page.getByRole('link', { name: 'Add a step after' }).click();
		for (const does of ['Is passed on', 'Explains again']) {
			await page.getByLabel('New step in Report it').fill(does);
			await page.keyboard.press('Enter');
			await row(page, does).waitFor();
		}
		expect(await orderOn(page)).toEqual(['Rings', 'Explains', 'Is passed on', 'Explains again', 'Gets a number', 'Waits']);
		await page.keyboard.press('Escape');
		await page.locator('#adding').waitFor({ state: 'detached' });
		await control(page, 'Is passed on', 'more').click();
		await page.getByRole('button', { name: 'Merge with the next' }).click();
		await spoken(page).getByText('Merged step').waitFor({ state: 'attached' });
		expect(await page.locator('tr[id^=step-]').count()).toBe(5);
		await page.getByRole('button', { name: 'Duplicate' }).click();
		await soon(() => page.locator('tr[id^=step-]').count()).toBe(6);
		await page.getByRole('button', { name: 'Remove' }).click();
		await soon(() => page.locator('tr[id^=step-]').count()).toBe(5);
		// the keys go to the step that follows
		expect(await keysOn(page)).toContain('/ handle');
		await page.keyboard.press('Control+z');
		await soon(() => page.locator('tr[id^=step-]').count()).toBe(6);
		await page.keyboard.press('Control+Shift+Z');
		await soon(() => page.locator('tr[id^=step-]').count()).toBe(5);
		for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Undo' }).click();
		await soon(() => orderOn(page)).toEqual(['Rings', 'Explains', 'Gets a number', 'Waits']);
		expect(map.asIs.now().stages.flatMap(({ steps }) => steps.map(({ does }) => does))).toEqual(await orderOn(page));
		expectNoTrouble(page);
	});

	test('a step is dragged by its handle to another stage', async () => {
		const map = aMappedJourney(served.db, small);
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		// the page scrolls by itself where a step is dragged to its edge
		await page.setViewportSize({ width: 1280, height: 1600 });
		const from = (await control(page, 'Rings', 'handle').boundingBox())!;
		const to = (await row(page, 'Waits').boundingBox())!;
		await page.mouse.move(from.x + 8, from.y + 10);
		await page.mouse.down();
		await page.mouse.move(to.x + 60, to.y + 20, { steps: 5 });
		await page.mouse.move(to.x + 60, to.y + to.height - 4, { steps: 3 });
		await page.mouse.up();
		await soon(() => orderOn(page)).toEqual(['Explains', 'Gets a number', 'Waits', 'Rings']);
		expect(map.asIs.now().stages[1]?.steps.map(({ does }) => does)).toEqual(['Waits', 'Rings']);
	});

	test('a map of 12 stages and 120 steps is opened and a step of it moved without the page being sent again', async () => {
		const map = aMappedJourney(served.db, large(12, 10));
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		expect(await page.locator('tr[id^=step-]').count()).toBe(120);
		const asked: string[] = [];
		page.on('request', (request) =>
			asked.push(new URL(request.url()).pathname + new URL(request.url()).search.replace(/since=\d+/, 'since'))
		);
		await control(page, 'Does thing 6.5', 'down').click();
		await soon(async () => (await orderOn(page)).indexOf('Does thing 6.5')).toBe(55);
		const here = `${map.address}/maps/as-is`;
		expect(new Set(asked)).toEqual(new Set([`${here}?/down`, `${here}/changes?since`]));
		expectNoTrouble(page);
	});
});

test('the map by keyboard only: steps are moved with spoken feedback, and the keys stay with the step', async () => {
	const map = aMappedJourney(served.db, small);
	const page = await open('repairs.manager', `${map.address}/maps/as-is`);
	await control(page, 'Explains', 'handle').focus();
	await page.keyboard.press('ArrowDown');
	await spoken(page).getByText('Step 3 ‘Explains’ moved to stage Report it, place 3 of 3').waitFor({ state: 'attached' });
	await page.keyboard.press('ArrowDown');
	await spoken(page).getByText('Step 3 ‘Explains’ moved to stage Wait, place 1 of 2').waitFor({ state: 'attached' });
	expect(await keysOn(page)).toContain('/ handle');
	await page.keyboard.press('ArrowLeft');
	await spoken(page).getByText('Step 3 ‘Explains’ moved to stage Report it, place 3 of 3').waitFor({ state: 'attached' });
	// held down: as many moves, in order
	for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
	await page.getByText('This step is the first of the map already').waitFor();
	expect(await orderOn(page)).toEqual(['Explains', 'Rings', 'Gets a number', 'Waits']);
	// from the handle to Edit and its fields, and back
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.type(' twice');
	await page.keyboard.press('Escape');
	await page.locator('.gt-openstep').waitFor({ state: 'detached' });
	expect(await keysOn(page)).toContain('/ edit');
	expect(map.asIs.now().stages[0]?.steps[0]?.does).toContain('twice');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await soon(async () => (await orderOn(page))[0]).toBe('Rings');
	expect(await keysOn(page)).toContain('/ down');
	expectNoTrouble(page);
});

describe('two people on one map', () => {
	test('each sees within seconds what the other saved, and a field that is typed in is not touched', async () => {
		const map = aMappedJourney(served.db, small);
		const [mine, theirs] = await Promise.all(['repairs.manager', 'programme.lead'].map((who) => open(who, `${map.address}/maps/as-is`)));
		if (!mine || !theirs) throw new Error('Two pages were asked for');
		await control(mine, 'Rings', 'edit').click();
		await mine.getByLabel('In the customer’s own words').fill('Nobody answered');
		await control(theirs, 'Waits', 'edit').click();
		await theirs.getByLabel('What the customer wants').fill('A date');
		await theirs.getByText(/^Saved/).waitFor();
		await soon(() => row(mine, 'Waits').innerText()).toContain('Wants: A date');
		expect(await mine.getByLabel('In the customer’s own words').inputValue()).toBe('Nobody answered');
		await soon(() => row(theirs, 'Rings').innerText()).toContain('Nobody answered');
		expectNoTrouble(mine);
		expectNoTrouble(theirs);
	});

	test('in one step, what touches nothing of mine is taken over; what does is shown with both texts and not overwritten', async () => {
		const map = aMappedJourney(served.db, small);
		const [mine, theirs] = await Promise.all(['repairs.manager', 'programme.lead'].map((who) => open(who, `${map.address}/maps/as-is`)));
		if (!mine || !theirs) throw new Error('Two pages were asked for');
		for (const page of [mine, theirs]) await control(page, 'Rings', 'edit').click();
		await theirs.getByLabel('Systems').fill('Telephony');
		await theirs.getByText(/^Saved/).waitFor();
		await soon(() => mine.getByLabel('Systems').inputValue()).toBe('Telephony');
		await mine.getByLabel('Backstage').fill('Mine');
		await mine.getByText(/^Saved/).waitFor();
		await soon(() => theirs.getByLabel('Backstage').inputValue()).toBe('Mine');
		await theirs.getByLabel('In the customer’s own words').fill('Theirs');
		await mine.getByLabel('In the customer’s own words').fill('Mine too');
		await Promise.race([mine, theirs].map((page) => page.locator('.gt-conflict').waitFor()));
		const [loser, kept] = (await mine.locator('.gt-conflict').count()) ? [mine, 'Theirs'] : [theirs, 'Mine too'];
		expect(map.asIs.step('Rings').quote).toBe(kept);
		const both = await loser.locator('.gt-conflict').innerText();
		expect(both).toContain('Theirs');
		expect(both).toContain('Mine too');
		await loser.getByRole('button', { name: 'Save mine over it' }).click();
		await loser.locator('.gt-openstep').waitFor({ state: 'detached' });
		expect(map.asIs.step('Rings').quote).toBe(kept === 'Theirs' ? 'Mine too' : 'Theirs');
	});
});

test('without script everything works with plain forms and pages', async () => {
	const map = aMappedJourney(served.db, small);
	const page = await open('repairs.manager', `${map.address}/maps/as-is`, { javaScript: false });
	await control(page, 'Explains', 'down').click();
	expect(await orderOn(page)).toEqual(['Rings', 'Gets a number', 'Explains', 'Waits']);
	// the address comes back to the step, with everything that can be done with it
	await page.getByRole('button', { name: 'To the stage after' }).click();
	expect(map.asIs.inShort()).toBe('Report it RingsGets a number, Wait ExplainsWaits');
	await page.getByRole('button', { name: 'Duplicate' }).click();
	await page.getByLabel('To stage').selectOption('Report it');
	await page.getByRole('button', { name: 'Move there' }).click();
	expect(await orderOn(page)).toEqual(['Rings', 'Gets a number', 'Explains', 'Explains', 'Waits']);
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	expect(await orderOn(page)).toEqual(['Rings', 'Gets a number', 'Explains', 'Explains', 'Waits']);
	await page.getByRole('button', { name: 'Redo' }).click();
	expect(await orderOn(page)).toEqual(['Rings', 'Gets a number', 'Explains', 'Waits']);
	await control(page, 'Rings', 'edit').click();
	await page.getByLabel('Waiting time').fill('-3');
	await page.getByRole('button', { name: 'Save and go back to the map' }).click();
	await page.getByRole('link', { name: 'Waiting time must not be negative' }).waitFor();
	await page.getByLabel('Waiting time').fill('9 min');
	await page.getByLabel('A moment of truth').check();
	await page.getByRole('button', { name: 'Save and go back to the map' }).click();
	expect(map.asIs.step('Rings')).toMatchObject({ waitingMinutes: 9, momentOfTruth: true });
	await control(page, 'Rings', 'more').click();
	await page.getByRole('link', { name: 'Add a step after' }).click();
	await page.getByRole('button', { name: 'Add the step' }).click();
	expect(await page.locator('#new-step-error').innerText()).toContain('Enter what the customer does');
	await page.getByLabel('New step in Report it').fill('Holds the line');
	await page.getByRole('button', { name: 'Add the step' }).click();
	expect(await orderOn(page)).toEqual(['Rings', 'Holds the line', 'Gets a number', 'Explains', 'Waits']);
	await page.getByLabel('New stage at the end').fill('Close');
	await page.getByRole('button', { name: 'Add the stage' }).click();
	await page.getByRole('link', { name: 'Change stage Close' }).click();
	await page.getByLabel('Name of the stage').fill('Close and ask');
	await page.getByRole('button', { name: 'Save the stage' }).click();
	await page.getByRole('button', { name: 'Move up stage Close and ask' }).click();
	expect(map.asIs.now().stages.map(({ name }) => name)).toEqual(['Report it', 'Close and ask', 'Wait']);
	await page.getByRole('link', { name: 'Change stage Wait' }).click();
	await page.getByRole('button', { name: 'Remove the stage' }).click();
	await page.getByText('Stage “Wait” holds 2 steps').first().waitFor();
	await page.getByLabel('Remove its 2 steps too').check();
	await page.getByRole('button', { name: 'Remove the stage' }).click();
	expect(map.asIs.now().stages.map(({ name }) => name)).toEqual(['Report it', 'Close and ask']);
});

test('script written into a step is only ever shown as text: in the editor, in both pictures and in the file', async () => {
	const wicked = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">';
	const map = aMappedJourney(served.db, [
		{ name: wicked.slice(0, 60), who: wicked, steps: [{ does: wicked, quote: wicked, painPoints: wicked, backstage: wicked, emotion: -1 }] }
	]);
	for (const path of ['/maps/as-is', `/maps/as-is/steps/${map.asIs.id(wicked)}`, '/picture', '/steps', '/picture.svg']) {
		const page = await openAs(browser, served, 'repairs.manager');
		if (path.endsWith('.svg')) {
			// as a browser draws it once it has been taken away
			const file = await page.request.get(`${served.origin}${map.address}${path}`);
			expect(file.headers()['content-disposition']).toContain('attachment');
			await page.setContent(await file.text());
		} else await page.goto(`${map.address}${path}`);
		await page.waitForLoadState('load');
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
		expect(await page.locator('main img, svg img, svg script').count()).toBe(0);
		if (path !== '/picture.svg') expect(await page.locator('main').innerHTML()).toContain('&lt;script&gt;');
		await page.context().close();
	}
});

describe('evidence of a step', () => {
	test('is chosen from the library, shown beside the judgement, taken off and brought back by undo', async () => {
		const map = aMappedJourney(served.db, small);
		const title = keepNote(served.db, map.journey.serviceId, map.manager.id, 'Calls about moved slots');
		const page = await open('repairs.manager', `${map.address}/maps/as-is`);
		await control(page, 'Rings', 'edit').click();
		await page.getByLabel('In the customer’s own words').fill('I rang three times');
		await page.getByText('No evidence is attached yet.').waitFor();
		// what is typed is saved before the page is left
		await page.getByRole('link', { name: 'Choose evidence' }).click();
		await page.getByRole('checkbox', { name: title }).check();
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Save' }).click();
		await page.waitForURL(/maps\/as-is\?at=/);
		expect(map.asIs.step('Rings')).toMatchObject({ quote: 'I rang three times', evidenced: 'none' });
		expect(await row(page, 'Rings').innerText()).toMatch(/Not evidenced\s+1 piece/);
		await control(page, 'Rings', 'edit').click();
		await page.getByRole('link', { name: title }).waitFor();
		await expectAccessible(page);
		await page.getByRole('button', { name: `Take off ${title}` }).click();
		await page.getByText('No evidence is attached yet.').waitFor();
		await page.getByRole('button', { name: 'Save and close' }).click();
		await page.getByRole('button', { name: 'Undo' }).click();
		await soon(() => row(page, 'Rings').innerText()).toMatch(/1 piece/);
		expectNoTrouble(page);
	});

	test('without script it is chosen and seen on the pages of the step, and told on the page of the evidence', async () => {
		const map = aMappedJourney(served.db, small);
		const title = keepNote(served.db, map.journey.serviceId, map.manager.id, 'Letters about slots');
		const page = await open('repairs.manager', `${map.address}/maps/as-is/steps/${map.asIs.id('Waits')}`, { javaScript: false });
		await page.getByRole('link', { name: 'Choose evidence' }).click();
		await page.getByRole('checkbox', { name: title }).check();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.goto(`${map.address}/maps/as-is/steps/${map.asIs.id('Waits')}`);
		await page.getByRole('link', { name: title }).click();
		await page.getByRole('heading', { name: 'It supports 1 step' }).waitFor();
		await page.getByRole('link', { name: 'Waits' }).click();
		await page.waitForURL(/maps\/as-is#step-/);
		await page.goto(`${map.address}/maps/as-is/steps/${map.asIs.id('Waits')}/evidence`);
		await page.getByRole('checkbox', { name: title }).uncheck();
		await page.getByRole('button', { name: 'Save' }).click();
		expect(await row(page, 'Waits').innerText()).not.toContain('piece');
	});
});

test('somebody who may only read sees the map without anything to change it', async () => {
	const map = aMappedJourney(served.db, small);
	const page = await open('board.member', `${map.address}/maps/as-is`);
	expect(await page.locator('tr[id^=step-]').count()).toBe(4);
	expect(await page.locator('main button').count()).toBe(0);
	await expectAccessible(page);
});

describe('everybody can use it', () => {
	test.each([1280, 320])('the editor, a step, a stage, the picture and the list at %i pixels', async (width) => {
		const map = aMappedJourney(served.db, undefined, { toBe: true });
		const page = await open('repairs.manager', `${map.address}/maps/as-is`, { width });
		await expectAccessible(page);
		await page.locator('[data-c=more]').first().click();
		await page.locator('[data-c=edit]').first().click();
		await page.locator('.gt-openstep').waitFor();
		await page.locator('[data-c=add]').first().click();
		await expectAccessible(page);
		const step = map.asIs.now().stages[1]?.steps[0]?.id ?? '';
		const stage = map.asIs.now().stages[1]?.id ?? '';
		for (const path of [`maps/as-is/steps/${step}`, `maps/as-is/stages/${stage}`, 'picture', 'steps', 'steps?map=to-be']) {
			await page.goto(`${map.address}/${path}`);
			await expectAccessible(page);
		}
	});
});
