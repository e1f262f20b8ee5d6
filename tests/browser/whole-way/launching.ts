import { addDays } from '#lib/domain/calendar/dates.ts';
import { addService, choosePassword, invite, signInAgain } from '../../support/inviting-on-screen.ts';
import { arrive, fillDate, follow, press, sees, visit } from '../../support/walking.ts';
import { email, open, password, service, story, today } from './story.ts';

/* How it begins: people, a service, a framework, a cycle. */

export async function anAdministratorInvites(): Promise<void> {
	const administrator = await open('administrator');
	await addService(administrator, service, 'Homes and places');
	const link = await invite(administrator, 'Tessa Quill', email, [
		['Service manager', service],
		['Quality assessor', service]
	]);
	const manager = (story.manager = await open(null));
	await choosePassword(manager, link, password);
	await arrive(manager, 'Nothing needs you today');
	await signInAgain(manager, email, password);
	await administrator.context().close();
}

export async function aLeadLaunches(): Promise<void> {
	const lead = (story.lead = await open('programme.lead'));
	await visit(lead, '/frameworks');
	const offered = lead.getByRole('checkbox', { name: /^Enfield.*five/i });
	if (await offered.count()) {
		for (const other of await lead.getByRole('checkbox').all()) await other.uncheck();
		await offered.check();
		await press(lead, 'Load');
		await sees(lead, 'One framework is loaded');
	}
	await visit(lead, '/cycles/new');
	await lead.getByLabel('Name').fill('The whole way');
	const frameworks = lead.getByRole('combobox', { name: 'Framework' });
	await frameworks.selectOption({ label: (await frameworks.locator('option').allTextContents()).find((name) => /five/i.test(name)) ?? '' });
	await fillDate(lead, 'First day', today);
	await fillDate(lead, 'Due date', addDays(today, 60));
	await lead.getByRole('radio', { name: 'Only the ones I choose' }).check();
	for (const name of [service, 'Libraries']) await lead.getByRole('checkbox', { name, exact: true }).check();
	await press(lead, 'Launch this cycle');
	await arrive(lead, '0 of 2 services are agreed');
	await sees(lead, '2 services can start answering');
	story.cycle = new URL(lead.url()).pathname;
	await follow(lead, 'Targets');
	await lead.getByRole('row', { name: service }).getByRole('link', { name: /^Set/ }).click();
	await arrive(lead, `Target of ${service}`);
	await lead.getByRole('radio', { name: 'Level 3' }).check();
	await fillDate(lead, 'By when', addDays(today, 365));
	await lead.getByLabel('Why this level').fill('Permits are what most people ask us for');
	await lead.getByLabel('Approved by').fill('Management team');
	await press(lead, 'Save target');
	await sees(lead, 'The target is saved.');
	await arrive(lead, '1 of the 2 services shown has a target');
}
