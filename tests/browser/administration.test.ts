import { createCanvas } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '#lib/domain/access/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { directorates, services, staff, teams } from '#lib/domain/organisation/tables.ts';
import { eq } from 'drizzle-orm';
import { launchBrowser } from '../support/browser.ts';
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

const personId = (who: string) =>
	served.db
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, `${who}@marlbourne.example`))
		.get()!.id;
const serviceId = (name: string) => served.db.select({ id: services.id }).from(services).where(eq(services.name, name)).get()!.id;
const said = (page: Page, text: string | RegExp) => page.getByRole('status').getByText(text).waitFor();

/** Opens a page and waits until its script is at work, so that what is typed at once is typed into the finished page. */
const settle = (page: Page, address: string) => page.goto(address, { waitUntil: 'networkidle' });

/** Every page of administration, by what its address needs. */
function addresses(): string[] {
	const service = serviceId('Housing repairs');
	const directorate = served.db.select({ id: services.directorateId }).from(services).where(eq(services.id, service)).get()!.id;
	const team = served.db.select({ id: teams.id }).from(teams).where(eq(teams.serviceId, service)).get()?.id;
	const member = team && served.db.select({ id: staff.id }).from(staff).where(eq(staff.teamId, team)).get()?.id;
	const person = personId('repairs.manager');
	const line = served.db.select({ number: auditLines.number }).from(auditLines).limit(1).get()?.number;
	const structure = '/admin/structure';
	return [
		'/admin',
		structure,
		`${structure}?closed=1`,
		`${structure}/directorates/new`,
		`${structure}/services/new?directorate=${directorate}`,
		`${structure}/teams/new?service=${service}`,
		`${structure}/directorates/${directorate}`,
		`${structure}/services/${service}`,
		`${structure}/services/${service}/name`,
		`${structure}/services/${service}/place`,
		`${structure}/services/${service}/closure`,
		...(team ? [`${structure}/teams/${team}`, `${structure}/teams/${team}/staff/new`, `${structure}/teams/${team}/place`] : []),
		...(team && member ? ['', '/team', '/leaving', '/person'].map((page) => `${structure}/teams/${team}/staff/${member}${page}`) : []),
		'/admin/people',
		'/admin/people?search=nobody+of+this+name',
		'/admin/people/new',
		...['', '/details', '/roles/new', '/roles/new?role=quality+assessor', '/link', '/access'].map(
			(page) => `/admin/people/${person}${page}`
		),
		'/admin/settings',
		'/admin/settings/identity',
		'/admin/settings/logo',
		'/admin/settings/evidence',
		'/admin/audit',
		'/admin/audit/check',
		...(line ? [`/admin/audit/${line}`] : [])
	];
}

test.each([1280, 320])('every page of administration is accessible at %i pixels', async (width) => {
	const page = await openAs(browser, served, 'administrator', { width });
	for (const address of addresses()) {
		const response = await page.goto(address);
		expect(response?.status(), address).toBe(200);
		await expectAccessible(page);
	}
	await page.context().close();
});

test('to everybody else none of it exists', async () => {
	const page = await openAs(browser, served, 'repairs.manager');
	for (const address of [
		...addresses(),
		'/admin/people.csv',
		'/admin/audit/export',
		`/admin/people/${personId('repairs.manager')}/held.json`
	]) {
		const response = await page.request.get(address);
		expect(response.status(), address).toBe(404);
	}
	await page.context().close();
});

test.each([true, false])('a team is added, renamed, given staff, and closed when they have left (JavaScript: %s)', async (javaScript) => {
	const page = await openAs(browser, served, 'administrator', { javaScript });
	const name = `Out of hours ${javaScript ? 'one' : 'two'}`;
	await settle(page, `/admin/structure/teams/new?service=${serviceId('Housing repairs')}`);
	await page.getByRole('button', { name: 'Add team' }).click();
	await page.getByRole('alert').getByText('Enter a name').waitFor();
	await page.getByLabel('Name').fill(name);
	await page.getByRole('button', { name: 'Add team' }).click();
	await said(page, `${name} was added.`);

	await page.getByRole('link', { name: 'Change name' }).click();
	await page.getByLabel('Name').fill(`${name} repairs`);
	await page.getByRole('button', { name: 'Save' }).click();
	await said(page, `The team is now called ${name} repairs.`);

	await page.getByRole('link', { name: 'Add a member of staff' }).click();
	await page.getByLabel('Name').fill('Jo Fitter');
	await page.getByLabel('Payroll number').fill(`OOH ${javaScript}`);
	await page.getByRole('button', { name: 'Add member of staff' }).click();
	await said(page, 'The member of staff was added.');

	await page.getByRole('link', { name: 'Close this team' }).click();
	await page.getByRole('heading', { name: 'cannot be closed yet' }).waitFor();
	await page.getByText('1 member of staff still in this team').waitFor();
	await page.getByRole('link', { name: `Back to ${name} repairs` }).click();
	await page.getByRole('link', { name: 'Jo Fitter' }).click();
	await page.getByRole('link', { name: 'Mark as left' }).click();
	await page.getByRole('button', { name: 'Mark as left' }).click();
	await said(page, 'The member of staff is marked as left.');
	await page.getByRole('link', { name: 'Close this team' }).click();
	await page.getByRole('button', { name: 'Close this team' }).click();
	await said(page, 'was closed. Its history stays.');
	await page.context().close();
});

test.each([true, false])('two renames at once: the second sees both texts and can still save (JavaScript: %s)', async (javaScript) => {
	const [mine, theirs] = await Promise.all([
		openAs(browser, served, 'administrator', { javaScript }),
		openAs(browser, served, 'administrator')
	]);
	const address = `/admin/structure/services/${serviceId('Libraries')}/name`;
	for (const page of [mine, theirs]) await settle(page, address);
	await theirs.getByLabel('Name').fill('Libraries and archives');
	await theirs.getByRole('button', { name: 'Save', exact: true }).click();
	await said(theirs, 'is now called');
	await mine.getByLabel('Name').fill('Library service');
	await mine.getByRole('button', { name: 'Save', exact: true }).click();
	await mine.getByRole('alert').getByText('Libraries and archives').waitFor();
	expect(await mine.getByLabel('Name').inputValue()).toBe('Library service');
	if (javaScript) await expectAccessible(mine);
	await mine.getByLabel('Name').fill('Libraries');
	await mine.getByRole('button', { name: 'Save mine over it' }).click();
	await said(mine, 'The service is now called Libraries.');
	await Promise.all([mine, theirs].map((page) => page.context().close()));
});

test('somebody is added, given a role, invited, and signs in with the link, which then works no more', async () => {
	const page = await openAs(browser, served, 'administrator');
	await settle(page, '/admin/people/new');
	await page.getByLabel('Name').fill('Nia Newcomer');
	await page.getByLabel('Email address').fill('nia.newcomer@marlbourne.example');
	await page.getByRole('button', { name: 'Add person' }).click();
	await said(page, 'Nia Newcomer was added.');
	await page.getByRole('link', { name: 'Give a role' }).click();
	await page.getByRole('link', { name: 'Service manager' }).click();
	await page.getByLabel('For which service?').selectOption({ label: 'Housing repairs' });
	await page.getByRole('button', { name: 'Give role' }).click();
	await said(page, 'Nia Newcomer has the role.');
	await page.getByRole('link', { name: 'Make a link to invite them' }).click();
	await page.getByRole('button', { name: 'Make link' }).click();
	await said(page, 'shown this once');
	await expectAccessible(page);
	const link = await page.getByLabel('One-time link for Nia Newcomer').inputValue();

	const invited = await openAs(browser, served, null);
	await settle(invited, link);
	await invited.getByLabel('Password').fill('lantern brook otter');
	await invited.getByRole('button', { name: 'Save and sign in' }).click();
	await invited.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
	const again = await openAs(browser, served, null);
	await again.goto(link);
	await again.getByRole('heading', { name: 'This link no longer works' }).waitFor();

	await settle(page, `/admin/people/${personId('nia.newcomer')}`);
	await page.getByRole('link', { name: 'Deactivate' }).click();
	await page.getByRole('button', { name: 'Deactivate' }).click();
	await said(page, 'can no longer sign in');
	await invited.goto('/account');
	expect(new URL(invited.url()).pathname).toBe('/sign-in');
	await Promise.all([page, invited, again].map((one) => one.context().close()));
});

test('the last administrator stays, and is told why', async () => {
	const page = await openAs(browser, served, 'administrator');
	await settle(page, `/admin/people/${personId('administrator')}/access`);
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Deactivate' }).click();
	await page.getByRole('alert').getByText('last administrator who can sign in').waitFor();
	await page.context().close();
});

test('weak colours are refused with their ratio; the preview follows the keys', async () => {
	const page = await openAs(browser, served, 'administrator');
	await settle(page, '/admin/settings/identity');
	await page.getByLabel('Colour of the text on it').fill('#0c3038');
	await page.getByText('Text on the header: 1.0').waitFor();
	await page.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('alert').getByText('has a contrast of 1.0').waitFor();
	await expectAccessible(page);
	await page.context().close();
});

test('a logo is chosen, stands in the header and can be removed; an SVG is refused', async () => {
	const page = await openAs(browser, served, 'administrator');
	const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
	await settle(page, '/admin/settings/logo');
	await page.getByLabel('Picture').setInputFiles(file('logo.png', 'image/png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')));
	await page.getByRole('button', { name: 'Save logo' }).click();
	await page.getByRole('alert').getByText('must be a PNG or JPEG picture').waitFor();
	await page.getByLabel('Picture').setInputFiles(file('logo.jpg', 'image/jpeg', await createCanvas(300, 120).encode('jpeg')));
	await page.getByRole('button', { name: 'Save logo' }).click();
	await said(page, 'The logo was saved.');
	const logo = await page.request.get('/council-logo');
	expect([logo.status(), logo.headers()['content-type']]).toEqual([200, 'image/png']);
	await settle(page, '/admin/settings/logo');
	expect(await page.locator('header img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Remove logo' }).click();
	await said(page, 'The logo was removed.');
	expect((await page.request.get('/council-logo')).status()).toBe(404);
	await page.context().close();
});

test('the audit trail says what was done, is whole, and can be taken away without formulas', async () => {
	const page = await openAs(browser, served, 'administrator');
	await settle(page, '/admin/structure/directorates/new');
	// another name each time: should this be tried again, the first one stands already
	const name = `=1+${served.db.select().from(directorates).all().length} Directorate`;
	await page.getByLabel('Name').fill(name);
	await page.getByRole('button', { name: 'Add directorate' }).click();
	await said(page, 'was added');
	await settle(page, '/admin/audit?who=administrator&thing=directorate');
	await page.getByRole('link', { name: 'added directorate' }).first().click();
	await page.getByRole('cell', { name }).waitFor();
	await settle(page, '/admin/audit/check');
	await page.getByRole('button', { name: 'Check the trail' }).click();
	await said(page, /The trail is whole: [\d,]+ lines?/);
	const csv = await (await page.request.get('/admin/audit/export?thing=directorate')).text();
	expect(csv).toContain('added directorate');
	expect(csv).not.toMatch(/(^|,)"?=/m);
	const held = await page.request.get(`/admin/people/${personId('administrator')}/held.json`);
	expect(await held.json()).toMatchObject({ person: { email: 'administrator@marlbourne.example' } });
	await page.context().close();
});
