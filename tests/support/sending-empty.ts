import type { Page } from 'playwright-core';
import { findingsInErrors } from './beyond-axe.ts';
import { lookAt, onPhone, type Opened } from './looking.ts';

/** Forms that ask for something, by their place in the page, each once for a route and what it does. */
const formsIn = (page: Page) =>
	page.$$eval('main form[method="post" i]', (forms) =>
		forms.flatMap((form, at) => {
			const asks = [...form.querySelectorAll('input, select, textarea')].some((field) => !field.matches('[type="hidden"]'));
			return asks ? [{ at, action: form.getAttribute('action') ?? '' }] : [];
		})
	);

/** Sends a form with nothing in it but what was never for people to fill in, as a browser without scripts does. */
async function sendEmpty(page: Page, at: number): Promise<void> {
	const answered = page.waitForNavigation({ waitUntil: 'networkidle' });
	await page.evaluate((at) => {
		const form = document.querySelectorAll<HTMLFormElement>('main form[method="post" i]')[at];
		for (const field of form?.elements ?? []) {
			if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type)) field.checked = false;
			else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = '';
			else if (field instanceof HTMLTextAreaElement) field.value = '';
			else if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
		}
		// not at once: the page must be able to answer before it goes
		setTimeout(() => form?.submit());
	}, at);
	await answered;
}

/** A form of a route by what it does, whatever it does it to. */
const keyOf = (route: string, action: string) => `${route} ${action.replaceAll(/[0-9a-f-]{36}/g, '')}`;

/** Of some pages those on which a form is met for the first time. */
export function withNewForms<V extends { route: string; html: string }>(visits: V[]): V[] {
	const met = new Set<string>();
	return visits.filter(({ route, html }) => {
		const forms = html.match(/<form\b[^>]*method="post"[^>]*>/gi) ?? [];
		const keys = forms.map((form) => keyOf(route, /action="([^"]*)"/.exec(form)?.[1] ?? ''));
		const isNew = keys.some((key) => !met.has(key));
		for (const key of keys) met.add(key);
		return isNew;
	});
}

const sentEmpty = new Set<string>();
/** How many forms were refused so far. */
export const refused = { forms: 0 };

/** Sends each form of a page empty, each once for a route and what it does, and looks at what the answer says and how it looks. */
export async function errorsOf(page: Page, visit: Opened): Promise<string[]> {
	const found: string[] = [];
	await page.goto(visit.address);
	for (const { at, action } of await formsIn(page)) {
		const key = keyOf(visit.route, action);
		if (sentEmpty.has(key)) continue;
		sentEmpty.add(key);
		await page.goto(visit.address);
		await sendEmpty(page, at);
		const wrong = await findingsInErrors(page);
		if (!wrong) continue;
		refused.forms++;
		const where = `${key} sent empty as ${visit.who ?? 'nobody'}`;
		found.push(...wrong.map((one) => `${where} ${one}`), ...(await lookAt(page, where, onPhone)));
	}
	return found;
}
