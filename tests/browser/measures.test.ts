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

test.each([true, false])('values of a team are typed, and its service and the council follow, JavaScript %s', async (javaScript) => {
	const page = await openAs(browser, served, 'contact.manager', { javaScript, width: 320 });
	const month = lastEnded(today());
	const main = page.locator('main');
	const counted = (number: number) => number.toLocaleString('en-GB');
	const valueOf = async (address: string) => {
		await page.goto(address);
		return Number((await heading(page)).replaceAll(/\D/g, ''));
	};
	const service = served.db.$client.prepare(`select id from service where name = 'Contact centre'`).pluck().get() as string;
	const team = served.db.$client.prepare(`select id from team where name = 'Telephone team'`).pluck().get() as string;
	const ofService = `/measures/contacts/values/${month}?service=${service}`;
	const before = await valueOf(ofService);
	await page.goto(`/measures/months/${month}?service=${service}`);
	await page.getByLabel('Team', { exact: true }).selectOption({ label: 'Telephone team' });
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.waitForURL(/team=/);
	const field = page.getByLabel('Counted: Contacts, phone');
	const stood = Number(await field.inputValue());
	await field.fill('12 and a half');
	await page.getByRole('button', { name: 'Save the values' }).click();
	await page
		.getByRole('alert')
		.getByRole('link', { name: /Contacts, phone must be a whole number/ })
		.waitFor();
	expect(await field.inputValue()).toBe('12 and a half');
	await field.fill(String(stood + 7));
	await page.getByRole('button', { name: 'Save the values' }).click();
	await page.getByText('The values are saved').waitFor();
	expect(await accessibilityFindings(page)).toEqual([]);
	expect(await valueOf(ofService)).toBe(before + 7);
	const text = await main.innerText();
	expect(text).toContain('Telephone team');
	expect(text).toContain(counted(stood + 7));
	expect(await valueOf(`${ofService}&team=${team}&channel=phone`)).toBe(stood + 7);
	// beside its teams the service takes no value of its own by that channel
	await page.goto(`/measures/months/${month}?service=${service}&measure=contacts`);
	await page.getByLabel('Counted: Contacts, phone').fill('1');
	await page.getByRole('button', { name: 'Save the values' }).click();
	await page.getByRole('alert').getByText('There are values for parts of the service by phone').first().waitFor();
	expectNoTrouble(page);
	await page.context().close();
});

test.each([true, false])('an action is aimed at a measure and is seen there, JavaScript %s', async (javaScript) => {
	const page = await openAs(browser, served, 'repairs.manager', { javaScript });
	const action = served.db.$client
		.prepare(
			`select a.number, a.title from action a join service s on s.id = a.service_id where s.name = 'Housing repairs' and a.measure_id is null order by a.number`
		)
		.get() as { number: number; title: string };
	await page.goto(`/actions/${action.number}`);
	await page.getByRole('link', { name: 'Choose one' }).click();
	await page.getByRole('heading', { name: 'Which measure should it move?' }).waitFor();
	expect(await accessibilityFindings(page)).toEqual([]);
	await page.getByLabel('Measure').selectOption({ label: 'Waiting time' });
	await page.getByRole('button', { name: 'Save the measure' }).click();
	await page.getByText('The measure it aims at is saved.').waitFor();
	await page.locator('main').getByRole('link', { name: 'Waiting time' }).click();
	await page.getByRole('heading', { name: 'Actions that aim at it' }).waitFor();
	expect(await page.locator('main').innerText()).toContain(action.title);
	expectNoTrouble(page);
	await page.context().close();
	// who only sees actions chooses no measure for them
	const lead = await openAs(browser, served, 'programme.lead', { javaScript });
	await lead.goto(`/actions/${action.number}`);
	expect(await lead.getByRole('link', { name: 'Change it' }).count()).toBe(0);
	expect((await lead.goto(`/actions/${action.number}/measure`))?.status()).toBe(403);
	await lead.context().close();
});

test('a measure somebody else chose in the meantime is not written over, and what was chosen stays', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	const { number, id } = served.db.$client
		.prepare(
			`select a.number, a.id from action a join service s on s.id = a.service_id where s.name = 'Housing repairs' order by a.number desc`
		)
		.get() as { number: number; id: string };
	await page.goto(`/actions/${number}/measure`);
	served.db.$client.prepare('update action set version = version + 1 where id = ?').run(id);
	await page.getByLabel('Measure').selectOption({ label: 'Calls answered' });
	await page.getByRole('button', { name: 'Save the measure' }).click();
	await page.getByText('This action was changed while you were reading').first().waitFor();
	expect(await page.getByLabel('Measure').locator('option:checked').innerText()).toBe('Calls answered');
	await page.context().close();
});

test('the list of values and of months is narrowed, sorted and taken away', async () => {
	const page = await openAs(browser, served, 'programme.lead', { width: 320 });
	await page.goto('/measures/values');
	expect(await accessibilityFindings(page)).toEqual([]);
	await page.getByLabel('Measure', { exact: true }).selectOption({ label: 'Waiting time' });
	await page.getByLabel('Came in').selectOption({ label: 'Brought in' });
	await page.getByLabel('Month', { exact: true }).selectOption(period);
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.waitForURL(/measure=waiting-time/);
	expect(await heading(page)).toMatch(new RegExp(`^\\d+ values in ${showPeriod(period)}$`));
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()]);
	expect(download.suggestedFilename()).toMatch(/^Values of measures .*\.csv$/);
	await page.getByLabel('Came in').selectOption({ label: 'Typed' });
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await page.getByRole('heading', { name: 'No values here' }).waitFor();
	await page.goto('/measures/months?released=no');
	expect(await page.locator('main').innerText()).not.toContain(showPeriod(period));
	expect(await accessibilityFindings(page)).toEqual([]);
	expectNoTrouble(page);
	await page.context().close();
});

test('what came in after a release is shown to who releases, and taken over with a reason', async () => {
	const page = await openAs(browser, served, 'programme.lead');
	served.db.$client
		.prepare(
			`insert into tell_us_case (id, number, kind, received_on, channel, service_id, state, closed_on, cause, entered_by, entered_at, words)
			select 'late-one', 99001, 'complaint', ?, 'phone', id, 'answered', ?, 'delay', 'x', 1, 'Nobody came' from service where name = 'Housing repairs'`
		)
		.run(`${period}-02`, `${period}-20`);
	await page.goto(`/measures/months/${period}`);
	await page.getByRole('heading', { name: 'What came in after the release' }).waitFor();
	expect(await accessibilityFindings(page)).toEqual([]);
	await page.getByRole('button', { name: /^Take (it|all \d+) over$/ }).click();
	await page.getByRole('alert').getByRole('link', { name: 'Enter why the released month is corrected' }).waitFor();
	await page.getByRole('form', { name: 'Take over what came in late' }).getByLabel('Why they are taken over').fill('Written down late');
	await page.getByRole('button', { name: /^Take (it|all \d+) over$/ }).click();
	await page.getByText('What came in late is taken over').waitFor();
	expect(await page.getByRole('heading', { name: 'What came in after the release' }).count()).toBe(0);
	expectNoTrouble(page);
	await page.context().close();
});

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
