import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { chooseInteraction } from '#lib/domain/paf/choosing.server.ts';
import { logInteraction } from '#lib/domain/paf/interactions.server.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { saveScore } from '#lib/domain/paf/scoring.server.ts';
import { interactions } from '#lib/domain/paf/tables.ts';
import { formAnswers } from '#lib/domain/scorecards/tables.ts';
import { must } from '#lib/example-council/cast.server.ts';
import { launchBrowser } from '../support/browser.ts';
import { councilAtWork, personOf } from '../support/council-at-work.ts';
import { openAs } from '../support/pages.ts';
import { allMet } from '../support/paf-scorecard.ts';
import { serve, type Served } from '../support/served.ts';
import { arrive, follow, look, press, sees, visit } from '../support/walking.ts';

let browser: Browser;
let served: Served;
let scored: string;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	scored = (await councilAtWork(served.db)).repairs.draft.scored ?? '';
});
afterAll(async () => {
	await browser.close();
	await served.stop();
});

const assessor = () => personOf(served.db, 'assessor');
const radio = (page: Page, name: string) => page.getByRole('radio', { name });

test('an assessor scores ten interactions by keyboard alone, and releases them together', async () => {
	const page = await openAs(browser, served, 'assessor');
	await visit(page, '/paf');
	await arrive(page, '10 to score');
	await follow(page, /^Telephone call/);
	await arrive(page, /^Telephone call/);
	for (let i = 1; i <= 10; i++) {
		await page.waitForFunction((place) => document.title.startsWith(`Score ${place} of 10`), i);
		await radio(page, 'A2: Met').focus();
		if (i === 1) {
			// a key opens the note of the question; Tab goes back to its answers
			await page.keyboard.press('n');
			await page.keyboard.type('Asked for the postcode too');
			await page.keyboard.press('Tab');
		}
		// a figure chooses and goes on; the arrows choose too
		await page.keyboard.press('1');
		await page.keyboard.type('2');
		// past the box that says it does not apply
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('1');
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowRight');
		expect(await radio(page, 'B2: Partly').isChecked()).toBe(true);
		await page.getByText('Can be released from the list').waitFor();
		await page.keyboard.press('Enter');
		await page.waitForFunction((place) => !document.title.startsWith(`Score ${place} of 10`), i);
	}
	expect(served.db.select().from(formAnswers).where(eq(formAnswers.note, 'Asked for the postcode too')).all()).toHaveLength(1);
	await arrive(page, 'Nothing to score');
	await press(page, 'Release what is ticked');
	await sees(page, 'Released. The advisors see their scores now.');
	await page.context().close();
}, 120_000);

test('an advisor acknowledges one score and appeals against another; the leader scores it again and decides', async () => {
	const advisor = await openAs(browser, served, 'advisor');
	await visit(advisor, '/paf');
	await arrive(advisor, /results wait for your answer/);
	await visit(advisor, `/paf/assessments/${scored}`);
	await sees(advisor, 'Warm and clear');
	expect(await advisor.content()).not.toContain('Private: ask');
	await press(advisor, 'I acknowledge this score');
	await sees(advisor, 'You acknowledged this score.');
	const next = String(Number(scored) + 1);
	await visit(advisor, `/paf/assessments/${next}`);
	await press(advisor, 'Appeal against this score');
	await sees(advisor, 'Enter why you do not agree');
	await look(advisor);
	await advisor.getByLabel('Why you do not agree').fill('I said what happens next at the end of the call');
	await press(advisor, 'Appeal against this score');
	await sees(advisor, 'Your appeal is sent.');

	const leader = await openAs(browser, served, 'team.leader');
	await visit(leader, '/paf/appeals');
	// one of the example council's waits beside it
	await arrive(leader, '2 appeals wait for a decision');
	await leader
		.getByRole('row', { name: /Callum Reid/ })
		.getByRole('link')
		.click();
	await follow(leader, 'score it again');
	await arrive(leader, 'Score it again');
	await radio(leader, 'B2: Met').check();
	await press(leader, 'Save and go to the decision');
	await leader.getByLabel('Changed').check();
	await leader.getByLabel('Reasons').fill('It is at the end of the recording');
	await press(leader, 'Record the decision');
	await sees(leader, 'The decision is recorded.');
	await advisor.reload();
	await sees(advisor, 'Changed after appeal', 'It is at the end of the recording', 'The original answers');
	await Promise.all([advisor.context().close(), leader.context().close()]);
}, 120_000);

test('an assessor keeps a file beside a score; the advisor it belongs to sees it once it is released, and nobody else finds it', async () => {
	const { db } = served;
	const call = db.select().from(interactions).where(eq(interactions.reference, 'CALL-1')).get()!;
	const { staffId, channel, at } = call;
	must(logInteraction(db, assessor(), { staffId, channel, seconds: 240, reference: 'CALL-WITH-FILE', at: at + 60_000 }), 'A call');
	const { number } = must(chooseInteraction(db, assessor(), { reference: 'CALL-WITH-FILE', why: 'The caller rang again' }), 'Choosing it');
	const page = await openAs(browser, served, 'assessor');
	await visit(page, `/paf/assessments/${number}/evidence`);
	await sees(page, 'Nothing stands beside this score yet.');
	await press(page, 'Keep it with the score');
	await sees(page, 'Choose a recording or file');
	await look(page);
	await page
		.getByLabel('Recording or file', { exact: true })
		.setInputFiles({ name: 'notes-of-the-call.txt', mimeType: 'text/plain', buffer: Buffer.from('What was said') });
	await page.getByLabel('What it shows').fill('What was said at the end');
	await press(page, 'Keep it with the score');
	await sees(page, 'The file is kept with the score.', 'What was said at the end');
	await look(page);
	const file = (await page.getByRole('link', { name: 'notes-of-the-call.txt' }).getAttribute('href')) ?? '';
	const statusFor = async (who: string, path: string) => {
		const other = await openAs(browser, served, who);
		const status = (await other.context().request.get(served.origin + path)).status();
		await other.context().close();
		return status;
	};
	const score = `/paf/assessments/${number}`;
	expect([await statusFor('advisor', score), await statusFor('advisor', file)]).toEqual([404, 404]);
	must(saveScore(db, assessor(), { number, given: allMet(), sharedNote: 'Clear', privateNote: '', seconds: 60, version: 1 }), 'Scoring it');
	must(release(db, assessor(), [number], dayOf(Date.now())), 'Releasing it');

	const advisor = await openAs(browser, served, 'advisor');
	await visit(advisor, score);
	await sees(advisor, 'notes-of-the-call.txt', 'What was said at the end');
	const kept = await advisor.context().request.get(served.origin + file);
	expect([kept.status(), await kept.text()]).toEqual([200, 'What was said']);
	for (const who of ['grace.oduya', 'reception.leader', 'shopper', 'administrator', 'councillor', 'planning.manager', 'board.chair'])
		expect([who, await statusFor(who, score), await statusFor(who, file)]).toEqual([who, 404, 404]);
	await Promise.all([page.context().close(), advisor.context().close()]);
}, 120_000);

test('without JavaScript an assessor opens a month, logs a call, and the pages of PAF work at 320 pixels', async () => {
	const page = await openAs(browser, served, 'assessor', { javaScript: false, width: 320 });
	await visit(page, '/paf/months');
	await page.getByLabel('Open a month').getByLabel('Service').selectOption({ label: 'Housing repairs' });
	await page.getByLabel('Open a month').getByLabel('Month', { exact: true }).selectOption({ label: 'September 2026' });
	await page.getByLabel('Phone').fill('2');
	await press(page, 'Open the month');
	await arrive(page, 'September 2026');
	await press(page, 'Draw the samples');
	await sees(page, 'There are no interactions in this month yet');
	await visit(page, '/paf/interactions');
	await page.getByLabel('Reference').fill('BY-HAND-1');
	await page.getByLabel('Advisor').selectOption({ index: 1 });
	await page.getByLabel('Phone').check();
	await page.getByLabel('Date').fill('31/02/2026');
	await press(page, 'Log it');
	await sees(page, 'is no real date');
	await look(page);
	await page.getByLabel('Date').fill('14/09/2026');
	await press(page, 'Log it');
	await sees(page, 'The interaction is logged.');
	await page.context().close();
}, 120_000);

test('a list whose columns are not known is read once they are chosen, checked and applied', async () => {
	const page = await openAs(browser, served, 'assessor');
	await visit(page, '/paf/imports');
	const list = 'Nr;Wann;Wer\nL1;12/10/2026 10:42;2002\nL2;13/10/2026;2002\n';
	await page.getByLabel('The list').setInputFiles({ name: 'calls.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
	await press(page, 'Check the list');
	await arrive(page, 'Which column is what?');
	await press(page, 'Check the list');
	await sees(page, 'Choose the column that holds the reference');
	await page.getByLabel('Reference', { exact: true }).selectOption('Nr');
	await page.getByLabel('Date and time').selectOption('Wann');
	await page.getByLabel('Channel').selectOption('=phone');
	await page.getByLabel('Advisor').selectOption('Wer');
	await press(page, 'Check the list');
	await arrive(page, '2 changes ready to apply');
	await press(page, 'Apply 2 changes');
	await arrive(page, '2 changes applied');
	await page.context().close();
}, 120_000);
