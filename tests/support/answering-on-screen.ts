import type { Page } from 'playwright-core';
import { arrive, fillDate, follow, look, press, sees, visit } from './walking.ts';
import { files } from './uploads.ts';

/** Chooses an answer and writes a comment on the page of a criterion that is open. */
export async function fillAnswer(page: Page, rating: string, comment: string): Promise<void> {
	await page.getByRole('radio', { name: rating }).check();
	await page.getByRole('textbox', { name: 'Comment' }).fill(comment);
}

/** Answers the criterion at an address and goes on. */
export async function answer(page: Page, criterion: string, rating: string, comment: string): Promise<void> {
	await visit(page, criterion);
	await fillAnswer(page, rating, comment);
	await press(page, 'Save and continue');
	await page.waitForURL((url) => url.pathname !== criterion);
}

type Evidence = { title: string; from: string } & ({ file: string } | { link: string } | { note: string });

/** Adds a piece of evidence to the criterion at an address: a small PDF under the name given, a link, or a note. */
export async function addEvidence(page: Page, criterion: string, evidence: Evidence): Promise<void> {
	await visit(page, criterion);
	await follow(page, 'Add a file, link or note');
	await arrive(page, 'Add evidence');
	if ('file' in evidence) {
		const pdf = { name: evidence.file, mimeType: 'application/pdf', buffer: files.pdf };
		await page.getByLabel('File', { exact: true }).setInputFiles(pdf);
	} else if ('link' in evidence) {
		await page.getByLabel('A link to a page').check();
		await page.getByLabel('Web address').fill(evidence.link);
	} else {
		await page.getByRole('radio', { name: 'A note' }).check();
		await page.getByRole('textbox', { name: 'Note' }).fill(evidence.note);
	}
	await page.getByLabel('Title').fill(evidence.title);
	await page.getByLabel('What it shows').fill('What customers were told, and what was done');
	await fillDate(page, 'First day it is true', evidence.from);
	await page.getByRole('radio', { name: 'High' }).check();
	await press(page, 'Add evidence');
	await page.waitForURL(`**${criterion}#evidence`);
	await sees(page, evidence.title);
}

/** Uses a piece that is in the library already for the criterion at an address. */
export async function useFromLibrary(page: Page, criterion: string, title: string): Promise<void> {
	await visit(page, `${criterion}/evidence`);
	await page.getByLabel(title).check();
	await press(page, 'Use what is ticked');
	await page.waitForURL(`**${criterion}#evidence`);
}

/** Hands the criterion at an address to a colleague found by part of their name. */
export async function handOver(page: Page, criterion: string, part: string, name: string, note: string): Promise<void> {
	await visit(page, criterion);
	await follow(page, 'Hand to a colleague');
	await arrive(page, 'Hand this criterion to a colleague');
	await page.getByLabel('Part of their name').fill(part);
	await press(page, 'Find');
	await page.getByRole('radio', { name }).check();
	await look(page);
	await page.getByRole('textbox', { name: 'Note to them' }).fill(note);
	await press(page, 'Hand it over');
	await sees(page, new RegExp(`${name} has it since|In a colleague’s hands`));
}
