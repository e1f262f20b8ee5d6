import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { grants, people } from '#lib/domain/access/tables.ts';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { aFinding, aRecommendation } from '../support/board.ts';
import { launchBrowser } from '../support/browser.ts';
import { aJourney } from '../support/journeys.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let served: Served;
beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const today = dayOf(Date.now());
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** A recommendation and a severe finding of one journey of Housing repairs, told apart by `mark`. */
function found(mark: string): { recommendation: string; finding: string } {
	const { db } = served;
	const serviceId = db.select().from(services).where(eq(services.name, 'Housing repairs')).get()?.id ?? '';
	const createdBy = db.select().from(people).where(eq(people.email, 'repairs.manager@marlbourne.example')).get()?.id ?? '';
	const journeyId = aJourney(db, { serviceId, createdBy, number: 900 + mark.length, name: `Repair, ${mark}` });
	const common = { serviceId, journeyId, sourceId: journeyId, foundBy: createdBy };
	const low = aFinding(db, { ...common, severity: 'medium', what: `Slots move unseen, ${mark}` });
	aFinding(db, { ...common, severity: 'critical', what: `Nobody knows who comes, ${mark}` });
	aRecommendation(db, { findingId: low, text: `Text tenants, ${mark}` });
	return { recommendation: `Text tenants, ${mark}`, finding: `Nobody knows who comes, ${mark}` };
}

async function fillDay(page: Page, day: string): Promise<void> {
	const [year = '', month = '', date = ''] = day.split('-');
	await page.getByLabel('Day', { exact: true }).fill(date);
	await page.getByLabel('Month').fill(month);
	await page.getByLabel('Year').fill(year);
}

/** Every page of this story is looked at wide and on a small phone. */
async function look(page: Page): Promise<void> {
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 900 });
	await expectAccessible(page);
	await page.setViewportSize({ width: 1280, height: 900 });
}

test.each([true, false])('the board meets, decides with a quorum, changes its mind (JavaScript: %s)', async (javaScript) => {
	const { recommendation, finding } = found(javaScript ? 'with script' : 'without');
	const lead = await openAs(browser, served, 'programme.lead', { javaScript });
	const member = await openAs(browser, served, 'board.member', { javaScript });
	const chair = await openAs(browser, served, 'board.chair', { javaScript });

	// the programme lead sets the quorum and plans the meeting, not in the past
	await lead.goto('/board/quorum');
	await lead.getByLabel('Quorum').fill('two');
	await lead.getByRole('button', { name: 'Save' }).click();
	await lead.getByRole('alert').getByText('The quorum must be a whole number from 1 to 100').waitFor();
	await lead.getByLabel('Quorum').fill('2');
	await lead.getByRole('button', { name: 'Save' }).click();
	await heading(lead, '2 members make a quorum');
	await look(lead);
	await lead.goto('/board/meetings/new');
	await fillDay(lead, addDays(today, -1));
	await lead.getByRole('button', { name: 'Plan this meeting' }).click();
	await lead.getByRole('alert').getByText('A meeting cannot be planned in the past').waitFor();
	await look(lead);
	await fillDay(lead, today);
	await lead.getByRole('button', { name: 'Plan this meeting' }).click();
	await lead.getByText('The meeting is planned.').waitFor();
	const meeting = new URL(lead.url()).pathname.replace('/items', '');

	// the agenda, in its order
	await lead.getByLabel(finding).check();
	await lead.getByLabel(recommendation).check();
	await lead.getByRole('button', { name: 'Put on the agenda' }).click();
	await lead.getByText('The items are on the agenda.').waitFor();
	await look(lead);
	await lead.getByRole('button', { name: `Up ${recommendation}` }).click();
	await lead.getByText('The item is moved.').waitFor();
	await lead.goto(meeting);
	await heading(lead, 'Two items are to be decided');
	expect(await lead.getByRole('rowheader').allTextContents()).toMatchObject([
		expect.stringContaining(recommendation),
		expect.stringContaining(finding)
	]);
	await look(lead);

	// a member is led to it from home, reads and gives a view
	await member.goto('/');
	await member
		.getByRole('link', { name: /^Give your view on/ })
		.first()
		.waitFor();
	await member.goto(meeting);
	await member.getByRole('link', { name: recommendation }).click();
	await member.getByText('How the saving is worked out').waitFor();
	await member.getByLabel('I support this with changes').check();
	await member.getByRole('button', { name: 'Give view' }).click();
	await member.getByRole('alert').getByText('Enter a comment that says what you think').waitFor();
	await member.getByLabel('Comment', { exact: true }).fill('Start in the north');
	await member.getByRole('button', { name: 'Give view' }).click();
	await member.getByText('Your view is recorded.').waitFor();
	await look(member);
	expect((await member.request.get(`${new URL(member.url()).pathname}/decision`)).status()).toBe(403);

	// the chair has an interest in the finding
	await chair.goto(meeting);
	await chair.getByRole('link', { name: finding }).click();
	await heading(chair, finding);
	const findingAt = new URL(chair.url()).pathname;
	await chair.getByText('Declare an interest').click();
	await chair.getByLabel('What is your interest?').fill('I own the vans');
	await chair.getByRole('button', { name: 'Declare this interest' }).click();
	await chair.getByText('Your interest is declared.').waitFor();
	await look(chair);

	// without the quorum nothing is decided
	await chair.goto(`${meeting}/members`);
	await chair.locator('fieldset').filter({ hasText: /Chair/ }).getByLabel('Present').check();
	await chair.getByRole('button', { name: 'Save' }).click();
	await chair.getByText('Who is there is noted.').waitFor();
	await look(chair);
	await chair.goto(meeting);
	await chair.getByRole('link', { name: recommendation }).click();
	await chair.getByRole('link', { name: 'Record the decision' }).click();
	await chair.getByText('Without the quorum nothing is decided.').waitFor();
	expect(await chair.getByRole('button', { name: 'Record this decision' }).count()).toBe(0);
	await look(chair);
	const decisionAt = new URL(chair.url()).pathname;
	await chair.goto(`${meeting}/members`);
	for (const group of await chair.locator('fieldset').all()) await group.getByLabel('Present').check();
	await chair.getByRole('button', { name: 'Save' }).click();
	await chair.getByText('Who is there is noted.').waitFor();
	await chair.goto(`${findingAt}/decision`);
	await chair.getByText('You declared an interest in this item, so you cannot decide it.').waitFor();

	// with it, the recommendation becomes an action at once
	await chair.goto(decisionAt);
	await heading(chair, 'What does the board decide?');
	await look(chair);
	await chair.getByLabel('Accept', { exact: true }).check();
	await chair.getByRole('button', { name: 'Record this decision' }).click();
	await chair.getByRole('alert').getByText('Choose who owns this action').waitFor();
	await chair.getByLabel('Owner', { exact: true }).selectOption({ index: 1 });
	await chair.getByRole('button', { name: 'Record this decision' }).click();
	await chair.getByText('The decision is recorded.').waitFor();
	await heading(chair, recommendation);
	const first = new URL(chair.url()).pathname;
	await look(chair);
	await chair
		.getByRole('table', { name: /^Actions that came of it/ })
		.getByRole('link')
		.click();
	await heading(chair, recommendation);

	// a change of mind is a new decision with its reason
	await chair.goto(decisionAt);
	await chair.getByText('A new decision supersedes it; it stays on record.').waitFor();
	await chair.getByLabel('Reject with a reason').check();
	await chair.getByRole('button', { name: 'Record this decision' }).click();
	await chair.getByRole('alert').getByText('Enter why the board rejects this').waitFor();
	await chair.getByLabel('Reason', { exact: true }).fill('The budget was cut');
	await chair.getByRole('button', { name: 'Record this decision' }).click();
	await chair.getByText('The decision is recorded.').waitFor();
	await chair.getByRole('link', { name: `Decision ${first.split('/').at(-1)}` }).click();
	await chair.waitForURL(`**${first}`);
	await chair.getByText('Dropped', { exact: true }).waitFor();
	await look(chair);

	// minutes, pack, log
	await chair.goto(`${meeting}/minutes`);
	await chair.getByRole('textbox', { name: 'Minutes' }).fill('It was short.');
	await chair.getByRole('button', { name: 'Save' }).click();
	await chair.getByText('The minutes are saved.').waitFor();
	await look(chair);
	for (const path of ['pack', 'minutes/pdf']) {
		const file = await chair.request.get(`${meeting}/${path}`);
		expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
		expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
	}
	await chair.getByRole('button', { name: 'Close this meeting' }).click();
	await chair.getByText('The meeting is closed.').waitFor();
	await chair.goto('/board/decisions?standing=superseded');
	await chair.getByRole('link', { name: recommendation }).waitFor();
	await look(chair);
	const csv = await chair.request.get('/board/decisions/export?format=csv');
	expect(await csv.text()).toContain('The budget was cut');
	await chair.goto('/board');
	await chair.getByText(finding).first().waitFor();
	await look(chair);
	await chair.goto('/board/meetings');
	await look(chair);
	await Promise.all([lead, member, chair].map((page) => page.context().close()));
});

test('to a viewer, and to who left the board, there are no pages of it; what they still send is refused in words', async () => {
	const { finding } = found('for who left the board');
	const { db } = served;
	const lead = await openAs(browser, served, 'programme.lead');
	await lead.goto('/board/meetings/new');
	await fillDay(lead, addDays(today, 7));
	await lead.getByRole('button', { name: 'Plan this meeting' }).click();
	await lead.getByLabel(finding).check();
	await lead.getByRole('button', { name: 'Put on the agenda' }).click();
	await lead.getByText('The items are on the agenda.').waitFor();
	const member = await openAs(browser, served, 'board.member');
	await member.goto(new URL(lead.url()).pathname.replace('/items', ''));
	await member.getByRole('link', { name: finding }).click();
	await member.getByLabel('Comment', { exact: true }).fill('As I said before');
	await member.getByLabel('I support this', { exact: true }).check();
	const id = db.select().from(people).where(eq(people.email, 'board.member@marlbourne.example')).get()?.id ?? '';
	db.delete(grants).where(eq(grants.personId, id)).run();
	await member.getByRole('button', { name: 'Give view' }).click();
	await member.getByText('You are no longer a member of the board, so nothing was recorded').waitFor();
	expect(await member.getByLabel('Comment', { exact: true }).inputValue()).toBe('As I said before');
	for (const who of ['councillor', 'board.member', 'repairs.manager', 'assessor']) {
		const cookie = await served.cookieOf(who);
		for (const path of ['/board', '/board/meetings', '/board/decisions', '/board/decisions/export?format=csv', '/board/meetings/1/pack'])
			expect((await fetch(served.origin + path, { headers: { cookie }, redirect: 'manual' })).status).toBe(404);
	}
	await Promise.all([lead, member].map((page) => page.context().close()));
});
