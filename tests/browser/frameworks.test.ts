import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, grants } from '#lib/domain/access/tables.ts';
import { assessments } from '#lib/domain/assessments/tables.ts';
import { frameworkVersions } from '#lib/domain/frameworks/tables.ts';
import { councils, directorates, services } from '#lib/domain/organisation/tables.ts';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve({ empty: true })]);
	const { db } = served;
	db.insert(councils).values({ id: 1, name: 'Marlbourne Borough Council', allowedFileTypes: [] }).run();
	db.insert(directorates).values({ id: 'homes', name: 'Homes and places' }).run();
	db.insert(services).values({ id: 'repairs', directorateId: 'homes', name: 'Housing repairs' }).run();
	db.insert(people)
		.values(
			['lead', 'second.lead', 'viewer'].map((who) => ({ id: who, name: who, email: `${who}@marlbourne.example`, jobTitle: 'Officer' }))
		)
		.run();
	db.insert(grants)
		.values([
			{ personId: 'lead', role: 'programme lead' },
			{ personId: 'lead', role: 'administrator' },
			{ personId: 'second.lead', role: 'programme lead' },
			{ personId: 'viewer', role: 'viewer' }
		])
		.run();
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const idOf = (number: string, framework = 'enfield-five-levels') =>
	served.db
		.select()
		.from(frameworkVersions)
		.where(eq(frameworkVersions.framework, framework))
		.all()
		.find((version) => version.number === number)?.id ?? '';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a new council is offered the frameworks that come with the program, and loads them', async () => {
	const page = await openAs(browser, served, 'lead', { javaScript: false, width: 320 });
	await page.goto('/frameworks');
	await page.getByRole('heading', { name: 'Choose your first framework' }).waitFor();
	expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(5);
	await expectAccessible(page);
	await press(page, 'Load');
	await page.getByText('5 frameworks are loaded').waitFor();
	await expectAccessible(page);
	await page.context().close();
});

test('a file that is wrong is refused with line and field, one that is right is loaded', async () => {
	const page = await openAs(browser, served, 'lead');
	await page.goto('/frameworks');
	const file = (text: string) => ({ name: 'ours.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
	await page.getByLabel('Framework file').setInputFiles(file('id: ours\nname: Ours\ncolour: red\n'));
	await press(page, 'Upload');
	await page.getByRole('heading', { name: 'What is wrong in ours.yaml' }).waitFor();
	await page.getByText('has no field called colour').waitFor();
	await expectAccessible(page);
	const source = await page.request.get(`/frameworks/${idOf('1.0', 'bnes-principles')}/yaml`);
	const yaml = (await source.text()).replace('id: bnes-principles', 'id: ours');
	await page.getByLabel('Framework file').setInputFiles(file(yaml));
	await press(page, 'Upload');
	await page.getByText('The framework is loaded').waitFor();
	await page.context().close();
});

test.each([1280, 320])('every kind of framework reads as a document (%i pixels)', async (width) => {
	const page = await openAs(browser, served, 'viewer', { width });
	for (const framework of ['enfield-five-levels', 'enfield-core-aspects', 'bnes-principles']) {
		await page.goto(`/frameworks/${idOf('1.0', framework)}`);
		await page.getByRole('heading', { name: 'Contents' }).waitFor();
		await expectAccessible(page);
	}
	expect(await page.getByRole('link', { name: 'Copy into a new draft' }).count()).toBe(0);
	expect((await page.goto(`/frameworks/${idOf('1.0')}/copy`))?.status()).toBe(404);
	for (const format of ['csv', 'xlsx', 'yaml']) expect((await page.request.get(`/frameworks/${idOf('1.0')}/${format}`)).ok()).toBe(true);
	await page.context().close();
});

test.each([true, false])('a version is copied, edited, published, and an assessment moved to it (JavaScript: %s)', async (javaScript) => {
	const number = javaScript ? '1.1' : '1.2';
	const { db } = served;
	const from = db
		.select()
		.from(frameworkVersions)
		.where(eq(frameworkVersions.id, idOf('1.0')))
		.get();
	const assessment = anAssessment(db, from!.document, 'repairs', '2026-11-21', {
		cycle: number,
		answered: { '1.1': { rating: 'L', comment: 'Audited in May' }, '1.2': { rating: 'F' } }
	});
	const page = await openAs(browser, served, 'lead', { javaScript });
	await page.goto(`/frameworks/${idOf('1.0')}`);
	await page.getByRole('link', { name: 'Copy into a new draft' }).click();
	await page.getByRole('heading', { name: 'into a new draft' }).waitFor();
	await expectAccessible(page);
	expect(await page.getByLabel('Number of the new version').inputValue()).toBe(number);
	await press(page, 'Make the draft');
	await page.getByRole('heading', { name: 'The draft is ready to publish' }).waitFor();
	await expectAccessible(page);
	expect((await page.request.get(`/frameworks/${idOf(number)}`)).status()).toBe(200);

	await page.getByRole('link', { name: /^Our habits with customers/ }).click();
	await page.getByRole('heading', { name: 'Criterion 1.1' }).waitFor();
	await expectAccessible(page);
	await page.getByLabel('Why it matters').fill('');
	await press(page, 'Save');
	await page.getByRole('heading', { name: 'One thing to put right' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Why it matters is missing' }).click();
	await page.getByLabel('Why it matters').fill('Because it does.');
	await page.getByLabel('What it asks').fill('Something else is asked here from now on.');
	await press(page, 'Save');
	await page.getByRole('heading', { name: 'The draft is ready to publish' }).waitFor();

	await page.getByRole('link', { name: 'Themes' }).click();
	await page.getByRole('heading', { name: 'Themes' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('group', { name: 'Strategy', exact: true }).getByLabel('Name').fill('Strategy and plans');
	await press(page, 'Save');
	await page.getByRole('link', { name: 'Publish' }).click();
	await page.getByText('The theme Strategy is now called Strategy and plans').waitFor();
	await expectAccessible(page);
	await press(page, 'Publish');
	await page.getByText('This version is published').waitFor();

	await page.getByRole('link', { name: 'Move open assessments' }).click();
	await page.getByRole('heading', { name: 'What becomes of the answers' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Move them' }).click();
	await page.getByRole('alert').getByText('Choose at least one assessment').waitFor();
	await page.getByLabel(`Housing repairs, 2026/27 ${number}`).check();
	await page.getByRole('button', { name: 'Move them' }).click();
	await page.getByText('The assessments are moved').waitFor();
	await expectAccessible(page);
	expect(db.select().from(assessments).where(eq(assessments.id, assessment)).get()?.frameworkVersionId).toBe(idOf(number));
	await page.context().close();
});

test.each([true, false])('somebody who saved first is not overwritten unseen (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'lead', { javaScript });
	const other = await openAs(browser, served, 'second.lead', { javaScript });
	await page.goto(`/frameworks/${idOf('1.0', 'bnes-principles')}/copy`);
	await press(page, 'Make the draft');
	await page.getByRole('link', { name: /^Answers come in good time/ }).click();
	await page.getByRole('heading', { name: 'Criterion 1.2' }).waitFor();
	await other.goto(page.url());
	await other.getByLabel('Title').fill('Theirs');
	await press(other, 'Save');
	await other.getByText('Saved').first().waitFor();
	await page.getByLabel('Title').fill('Mine');
	await press(page, 'Save');
	await page.getByText('Theirs').first().waitFor();
	expect(await page.getByLabel('Title').inputValue()).toBe('Mine');
	await expectAccessible(page);
	await press(page, 'Save mine over it');
	await page.getByText('Saved').first().waitFor();
	await page.getByRole('link', { name: 'Mine' }).waitFor();
	await page.getByRole('link', { name: 'Delete this draft' }).click();
	await page.getByRole('heading', { name: 'Delete this draft' }).waitFor();
	await expectAccessible(page);
	await press(page, 'Delete the draft');
	await page.getByText('The draft is deleted').waitFor();
	await page.context().close();
	await other.context().close();
});

test('a version is withdrawn and put back', async () => {
	const page = await openAs(browser, served, 'lead');
	await page.goto(`/frameworks/${idOf('1.0', 'enfield-core-aspects')}`);
	await page.getByRole('link', { name: 'Withdraw this version' }).click();
	await page.getByRole('heading', { name: 'Withdraw this version' }).waitFor();
	await expectAccessible(page);
	await press(page, 'Withdraw');
	await page.getByText('no new cycle can be launched').waitFor();
	await page.getByRole('link', { name: 'Put this version back' }).click();
	await press(page, 'Put it back');
	await page.getByText('back in use').waitFor();
	await page.context().close();
});
