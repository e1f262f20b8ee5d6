import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { personById } from '#lib/domain/access/finding.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { directorates, services } from '#lib/domain/organisation/tables.ts';
import { assessmentSpreadsheet } from '#lib/exchange/assessment-spreadsheet.server.ts';
import { readSpreadsheet } from '#lib/exchange/reading.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import { eq } from 'drizzle-orm';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { staged, thirtyOne } from '../support/frameworks.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test.each([true, false])(
	'an administrator brings in a structure, puts its problems right and applies it (JavaScript: %s)',
	async (javaScript) => {
		const page = await openAs(browser, served, 'administrator', { javaScript });
		const name = `Quality ${javaScript ? 'with' : 'without'} script`;
		await page.goto('/admin/imports');
		if (javaScript) await expectAccessible(page);
		await page.getByRole('button', { name: 'Check the file' }).click();
		await page.getByRole('alert').getByText('Choose what the file holds').waitFor();
		await page.getByRole('radio', { name: 'Council structure' }).check();
		await page.getByLabel('File', { exact: true }).setInputFiles(file('wrong.csv', `Directorate;Service;Kind\n${name};${name};odd\n;x;\n`));
		await page.getByRole('button', { name: 'Check the file' }).click();
		await page.getByRole('heading', { name: '2 problems to put right' }).waitFor();
		await page.getByText('Kind must be external, internal, corporate, or empty').waitFor();
		if (javaScript) await expectAccessible(page);
		expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0);
		await page.getByRole('link', { name: 'Upload another file' }).click();
		await page.getByRole('radio', { name: 'Council structure' }).check();
		await page.getByLabel('File', { exact: true }).setInputFiles(file('right.csv', `Directorate;Service;Kind\n${name};${name};internal\n`));
		await page.getByRole('button', { name: 'Check the file' }).click();
		await page.getByRole('heading', { name: '2 changes ready to apply' }).waitFor();
		if (javaScript) await expectAccessible(page);
		await page.getByRole('button', { name: 'Apply 2 changes' }).click();
		await page.getByRole('heading', { name: '2 changes applied' }).waitFor();
		if (javaScript) await expectAccessible(page);
		expect(served.db.select().from(services).where(eq(services.name, name)).get()).toMatchObject({ kind: 'internal' });
		await page.context().close();
	}
);

test.each([true, false])('data that changed after the check is said, and the new check shown (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'administrator', { javaScript });
	const name = `Changed ${javaScript}`;
	await page.goto('/admin/imports');
	await page.getByRole('radio', { name: 'Council structure' }).check();
	await page.getByLabel('File', { exact: true }).setInputFiles(file('two.csv', `Directorate,Service\n${name},\n${name} too,\n`));
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('heading', { name: '2 changes ready to apply' }).waitFor();
	served.db.insert(directorates).values({ name }).run();
	await page.getByRole('button', { name: 'Apply 2 changes' }).click();
	await page.getByRole('alert').getByText('The data has changed since the file was checked').waitFor();
	await page.getByRole('button', { name: 'Apply the change' }).click();
	await page.getByRole('heading', { name: '1 change applied' }).waitFor();
	await page.context().close();
});

test('a renamed PDF is refused by name', async () => {
	const page = await openAs(browser, served, 'administrator');
	await page.goto('/admin/imports');
	await page.getByRole('radio', { name: 'Staff' }).check();
	await page.getByLabel('File', { exact: true }).setInputFiles(file('staff.xlsx', '%PDF-1.7\n1 0 obj\n'));
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByText('The file is a PDF document. Choose an XLSX or CSV file. Nothing was changed.').waitFor();
	await expectAccessible(page);
	await page.context().close();
});

test('a long file shows its progress until it is checked, off the request thread', async () => {
	const page = await openAs(browser, served, 'administrator');
	const rows = Array.from({ length: 100_000 }, (_, i) => `N${i},Member of staff ${i},Nowhere,Night`);
	await page.goto('/admin/imports');
	await page.getByRole('radio', { name: 'Staff' }).check();
	await page.getByLabel('File', { exact: true }).setInputFiles(file('long.csv', `Payroll number,Name,Service,Team\n${rows.join('\n')}`));
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('heading', { name: '100,000 problems to put right' }).waitFor({ timeout: 60_000 });
	await page.getByText('1 to 50 of 100,000').waitFor();
	await page.getByRole('link', { name: 'Next' }).click();
	await page.getByText('51 to 100 of 100,000').waitFor();
	await page.context().close();
});

test('only administrators have the imports of the council', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	expect((await page.goto('/admin/imports'))?.status()).toBe(404);
	expect((await page.goto('/admin/imports/templates/people.xlsx'))?.status()).toBe(404);
	await page.context().close();
});

test('a service manager takes an assessment away, fills it in and brings it back', async () => {
	const { db } = served;
	const service = db.select().from(services).where(eq(services.name, 'Housing repairs')).get();
	const id = anAssessment(db, staged(thirtyOne, { id: 'for-the-import' }), service?.id ?? '', '2026-11-21', { cycle: 'offline' });
	const manager = personById(db, db.select().from(people).where(eq(people.email, 'repairs.manager@marlbourne.example')).get()?.id ?? '');
	if (!manager) throw new Error('The manager is missing');
	const page = await openAs(browser, served, 'repairs.manager');
	await page.goto(`/assessments/${id}/spreadsheet`);
	await expectAccessible(page);
	const answer = await page.request.get(`/assessments/${id}/spreadsheet/answers.xlsx`);
	expect(answer.headers()['content-disposition']).toContain('attachment');
	const read = await readSpreadsheet('answers.xlsx', await answer.body());
	expect(read.ok && read.sheet.rows.length).toBe(31);
	const [table] = assessmentSpreadsheet(db, assessmentSeen(db, manager, id));
	const rows = [...table.rows].map((row) => ({ ...row, answer: 'Partly', comment: 'Begun' }));
	await page.getByLabel('The file you filled in').setInputFiles(file('answers.csv', [...writeCsv({ ...table, rows })].join('')));
	await page.getByRole('button', { name: 'Check the file' }).click();
	await page.getByRole('heading', { name: '31 changes ready to apply' }).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Apply 31 changes' }).click();
	await page.getByRole('heading', { name: '31 changes applied' }).waitFor();
	await page.context().close();
	const stranger = await openAs(browser, served, 'advisor');
	expect((await stranger.goto(`/assessments/${id}/spreadsheet`))?.status()).toBe(404);
	await stranger.context().close();
});
