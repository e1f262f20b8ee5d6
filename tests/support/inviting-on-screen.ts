import type { Page } from 'playwright-core';
import { arrive, follow, look, press, sees, visit } from './walking.ts';

/** An administrator adds a service to a directorate. */
export async function addService(page: Page, name: string, directorate: string): Promise<void> {
	await visit(page, '/admin/structure');
	await follow(page, directorate);
	await arrive(page, directorate);
	await follow(page, 'Add a service');
	await arrive(page, 'Add a service');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Directorate').selectOption({ label: directorate });
	await press(page, 'Add service');
	await sees(page, `${name} was added.`);
	await look(page);
}

/** An administrator adds a person with roles (each with the service it is over, or null for the council); gives the one-time link. */
export async function invite(page: Page, name: string, email: string, roles: [role: string, service: string | null][]): Promise<string> {
	await visit(page, '/admin/people/new');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('Email address').fill(email);
	await press(page, 'Add person');
	await sees(page, `${name} was added.`);
	for (const [role, service] of roles) {
		await follow(page, 'Give a role');
		await arrive(page, `Which role for ${name}?`);
		await page.getByRole('link', { name: role, exact: true }).click();
		await arrive(page, `Make ${name} ${role.toLowerCase()}`);
		const over = page.getByRole('combobox', { name: /^For which / });
		await over.selectOption({ label: service ?? 'The whole council' });
		await press(page, 'Give role');
		await sees(page, `${name} has the role.`);
	}
	await look(page);
	await follow(page, 'Make a link to invite them');
	await arrive(page, `Invite ${name}`);
	await press(page, 'Make link');
	await arrive(page, `Pass this link on to ${name}`);
	return page.getByLabel(`One-time link for ${name}`).inputValue();
}

/** Somebody invited opens their link and chooses a password; too short a one is refused first. */
export async function choosePassword(page: Page, link: string, password: string): Promise<void> {
	await page.goto(link);
	await arrive(page, 'Choose a password');
	await page.getByLabel('Password').fill('too short');
	await press(page, 'Save and sign in');
	await page.getByRole('alert').getByText('12 characters or more').waitFor();
	await look(page);
	await page.getByLabel('Password').fill(password);
	await press(page, 'Save and sign in');
	await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
	await look(page);
}

/** Signs out and in again with the password. */
export async function signInAgain(page: Page, email: string, password: string): Promise<void> {
	await press(page, 'Sign out');
	await arrive(page, 'Sign in');
	await signIn(page, email, password);
	await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
}

/** Fills in the page that asks who it is. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password').fill(password);
	await press(page, 'Sign in');
}
