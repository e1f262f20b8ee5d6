import type { Page } from 'playwright-core';
import { arrive, isRefused, press, sees, visit } from './walking.ts';

/** Moderates one criterion below what the service said; without a word about why it is refused. */
export async function lower(page: Page, assessment: string, number: string, rating: string, why: string): Promise<void> {
	await visit(page, `${assessment}/moderation/${number}`);
	await page.getByRole('radio', { name: rating }).check();
	await press(page, 'Save and go on');
	await isRefused(page, 'Say why you differ from the service');
	await page.getByRole('textbox', { name: 'Comment' }).fill(why);
	await press(page, 'Save and go on');
	await page.waitForURL((url) => !url.pathname.endsWith(`/${number}`));
}

/** Sends the assessment back to the service with what it should change. */
export async function askForChanges(page: Page, assessment: string, text: string): Promise<void> {
	await visit(page, `${assessment}/changes`);
	await press(page, 'Send it back to the service');
	await isRefused(page, 'Enter what the service should change');
	await page.getByRole('textbox', { name: 'What should change?' }).fill(text);
	await press(page, 'Send it back to the service');
	await sees(page, 'The service has been asked for changes');
}

/** Agrees with the service on whatever is left and finishes. */
export async function agreeTheRest(page: Page, assessment: string, left: number): Promise<void> {
	await visit(page, `${assessment}/moderation/rest`);
	await arrive(page, left === 1 ? 'Agree with the last answer' : `Agree with the ${left} answers that are left`);
	await press(page, 'Agree with all of these');
	await arrive(page, 'Every criterion is moderated');
	await press(page, 'Finish moderation');
	await page.getByRole('heading', { level: 1, name: /^Service and moderator/ }).waitFor();
}
