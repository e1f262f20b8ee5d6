import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filePieces, uploads } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { endSessions, signInToGoOn } from '../support/ending-sessions.ts';
import { staged } from '../support/frameworks.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { files } from '../support/uploads.ts';

let browser: Browser;
let served: Served;
let criterion = '';

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const repairs = served.db.select().from(services).where(eq(services.name, 'Housing repairs')).get()!;
	const assessment = anAssessment(served.db, staged('1.1 1.2 2.1'), repairs.id, '2026-11-21', { cycle: 'evidence' });
	criterion = `/assessments/${assessment}/criteria/1.1`;
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const shown = async (page: Page, ...texts: string[]) => {
	for (const text of texts) await page.getByText(text).first().waitFor();
};
const choose = (page: Page, name: string, buffer: Buffer) =>
	page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

async function fillDetails(page: Page, title: string) {
	await page.getByLabel('Title').fill(title);
	await page.getByLabel('What it shows').fill('How often each repair standard was met');
	const from = page.getByRole('group', { name: 'First day it is true' });
	await from.getByLabel('Day').fill('1');
	await from.getByLabel('Month').fill('7');
	await from.getByLabel('Year').fill('2020');
	await page.getByLabel('High').check();
}

describe.each([true, false])('with JavaScript: %s', (javaScript) => {
	const title = (what: string) => `${what}, ${javaScript ? 'scripted' : 'plain'}`;

	test('a file is added to a criterion; what was wrong is said, and nothing that was right is asked again', async () => {
		const page = await openAs(browser, served, 'repairs.manager', { javaScript });
		await page.goto(`${criterion}/evidence/new`);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await shown(page, 'Choose a file', 'Enter a title', 'Choose how strong it is');
		await expectAccessible(page);
		await choose(page, 'figures.xlsx', files.pdf);
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await shown(page, 'The file figures.xlsx is called XLSX but looks like a PDF');
		await page.getByLabel('Title').fill('Half a form');
		await choose(page, '<script>alert(1)</script>.pdf', files.pdf);
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await shown(page, 'script.pdf', 'is here. Choose a file only to put another in its place');
		expect(await page.getByLabel('Title').inputValue()).toBe('Half a form');
		await expectAccessible(page);
		await fillDetails(page, title('Repairs standards'));
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await page.waitForURL(`**${criterion}#evidence`);
		await page.goto(`${criterion}/evidence`);
		await page.getByRole('link', { name: title('Repairs standards') }).click();
		await shown(page, 'It supports 1 criterion', 'script.pdf');
		await expectAccessible(page);
		const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download script.pdf' }).click()]);
		expect(download.suggestedFilename()).toBe('script.pdf');
		await page.context().close();
	});

	test('a file over the limit comes back with its name, the limit, and what was typed', async () => {
		const page = await openAs(browser, served, 'repairs.manager', { javaScript });
		await page.goto('/evidence/new');
		await expectAccessible(page);
		await fillDetails(page, 'A long film');
		for (const megabytes of [26, 32]) {
			await choose(page, 'film.csv', Buffer.alloc(megabytes * 1024 * 1024, 'a film, frame by frame\n'));
			await page.getByRole('button', { name: 'Add evidence' }).click();
			await shown(page, `The file film.csv is ${megabytes} MB, larger than 25 MB`);
			expect(await page.getByLabel('Title').inputValue()).toBe('A long film');
		}
		expect(served.db.select({ file: filePieces.file }).from(filePieces).innerJoin(uploads, eq(uploads.id, filePieces.file)).all()).toEqual(
			[]
		);
		await page.context().close();
	});

	test('what was typed beside a file when a session ended is back after signing in', async () => {
		const page = await openAs(browser, served, 'planning.manager', { javaScript });
		await page.goto('/evidence/new');
		await choose(page, 'plan.pdf', files.pdf);
		await fillDetails(page, 'Typed too late');
		endSessions(served);
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await signInToGoOn(page, 'planning.manager');
		expect(await page.getByLabel('Title').inputValue()).toBe('Typed too late');
		await page.context().close();
	});

	test('a link is chosen for a second criterion and taken off, renewed and withdrawn', async () => {
		const page = await openAs(browser, served, 'repairs.manager', { javaScript });
		await page.goto('/evidence/new');
		await page.getByLabel('A link to a page').check();
		await page.getByLabel('Web address').fill('javascript:alert(1)');
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await shown(page, 'Enter a web address that begins with http:// or https://');
		await page.getByLabel('Web address').fill('https://www.marlbourne.example/standards');
		await fillDetails(page, title('Standards page'));
		const services = page.getByLabel('Service', { exact: true });
		if (await services.count()) await services.selectOption({ label: 'Housing repairs' });
		await page.getByRole('button', { name: 'Add evidence' }).click();
		await shown(page, 'It supports nothing yet', 'Leads away from here, to www.marlbourne.example');
		const piece = page.url();

		await page.goto(`${criterion}/evidence`);
		await page.getByLabel(title('Standards page')).check();
		await page.getByRole('button', { name: 'Use what is ticked' }).click();
		await page.waitForURL(`**${criterion}#evidence`);
		await page.goto(`${criterion}/evidence`);
		await expectAccessible(page);
		await page.getByRole('button', { name: `Take off ${title('Standards page')}` }).click();
		await page.getByLabel(title('Standards page')).waitFor();

		await page.goto(`${piece}/versions/new`);
		await expectAccessible(page);
		await page.getByLabel('Web address').fill('https://www.marlbourne.example/standards/2027');
		await page.getByRole('button', { name: 'Add version' }).click();
		await shown(page, '2 versions', '2, stands now');
		await page.goto(`${piece}/details`);
		await expectAccessible(page);
		await page.getByLabel('Medium').check();
		await page.getByRole('button', { name: 'Save' }).click();
		await shown(page, 'Medium. It shows that this is done');
		await page.goto(`${piece}/withdrawal`);
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Withdraw evidence' }).click();
		await shown(page, 'Enter the reason');
		await page.getByLabel('Why is it withdrawn?').fill('The page is gone');
		await page.getByRole('button', { name: 'Withdraw evidence' }).click();
		await shown(page, 'The page is gone');
		await expectAccessible(page);
		await page.goto('/evidence?currency=withdrawn');
		await page.getByRole('link', { name: title('Standards page') }).waitFor();
		await page.context().close();
	});
});

test('two people change the same piece: the second sees both texts and chooses', async () => {
	const page = await openAs(browser, served, 'repairs.manager', { javaScript: false });
	await page.goto('/evidence');
	await page.getByRole('link', { name: 'Repairs standards, plain' }).click();
	const details = `${page.url()}/details`;
	const other = await page.context().newPage();
	await Promise.all([page.goto(details), other.goto(details)]);
	await other.getByLabel('Title').fill('Theirs');
	await other.getByRole('button', { name: 'Save' }).click();
	await page.getByLabel('Title').fill('Mine');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await shown(page, 'Not saved: Helen Marsh saved a change at', 'Theirs');
	expect(await page.getByLabel('Title').inputValue()).toBe('Mine');
	await page.getByRole('button', { name: 'Save mine over it' }).click();
	await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
	await page.context().close();
});

test.each([1280, 320])('the library at %i pixels', async (width) => {
	const page = await openAs(browser, served, 'repairs.manager', { width });
	await page.goto('/evidence');
	await expectAccessible(page);
	await page.getByLabel('State').selectOption('current');
	await page.getByRole('button', { name: 'Show' }).click();
	await page.waitForURL('**/evidence?*currency=current*');
	await page.goto(`${criterion}/evidence`);
	await expectAccessible(page);
	await page.context().close();
});

test('a download is sent to be kept, never to be run, and only to who may see it', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto('/evidence');
	const piece = await page.getByRole('link', { name: 'Repairs standards, scripted' }).getAttribute('href');
	const file = `${served.origin}${piece}/versions/1`;
	await page.context().close();
	const sent = await fetch(file, { headers: { cookie: await served.cookieOf('repairs.manager') } });
	expect(Object.fromEntries(sent.headers)).toMatchObject({
		'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''script\.pdf$/) as string,
		'content-security-policy': 'sandbox',
		'x-content-type-options': 'nosniff',
		'content-type': 'application/pdf',
		'cache-control': 'no-store'
	});
	expect(Buffer.from(await sent.arrayBuffer())).toEqual(files.pdf);
	for (const who of ['planning.manager', 'administrator', 'councillor', 'advisor', 'board.member'])
		expect((await fetch(file, { headers: { cookie: await served.cookieOf(who) } })).status, who).toBe(404);
});
