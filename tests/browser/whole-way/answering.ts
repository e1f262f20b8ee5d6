import { expect } from 'vitest';
import { addEvidence, answer, fillAnswer, handOver, useFromLibrary } from '../../support/answering-on-screen.ts';
import { fillIn } from '../../support/filling-in-spreadsheets.ts';
import { arrive, follow, isRefused, look, press, sees, takeAway, visit } from '../../support/walking.ts';
import { criterion, open, proof, service, story, today } from './story.ts';

/* How a service answers: alone, with a colleague, on one page, on a spreadsheet. */

export async function theManagerBegins(): Promise<void> {
	const { manager } = story;
	await visit(manager, '/');
	await arrive(manager, 'One thing needs you');
	await follow(manager, `Begin ${service}`);
	await manager.waitForURL('**/criteria/1.1');
	await look(manager);
	story.assessment = new URL(manager.url()).pathname.replace(/\/criteria.*/, '');
	await visit(manager, story.assessment);
	await sees(manager, '0 of 31 answered', 'Target', '1 Interested');
	await follow(manager, 'theme');
	await sees(manager, /^Strategy/, /^Analytics/);
	await visit(manager, criterion('1.1'));
	await fillAnswer(manager, 'Fully achieved', 'Every letter and page says who to ring');
	await sees(manager, /^Saved \d\d:\d\d/);
	await addEvidence(manager, criterion('1.1'), { title: proof, from: today, file: 'permits.pdf' });
	await addEvidence(manager, criterion('1.1'), { title: 'The permits page', from: today, link: 'https://www.marlbourne.example/permits' });
	await addEvidence(manager, criterion('1.1'), { title: 'A morning at the desk', from: today, note: 'Nine in ten left content' });
	await handOver(manager, criterion('1.2'), 'Dray', 'Ellie Draycott', 'You train them: how far are we?');
}

export async function aColleagueHelps(): Promise<void> {
	const { manager } = story;
	const colleague = (story.colleague = await open('performance.officer'));
	await visit(colleague, '/');
	await sees(colleague, 'You train them: how far are we?');
	await follow(colleague, `Answer 1.2 for ${service}`);
	await sees(colleague, 'Handed to you');
	for (const path of ['', '/all', '/result', '/check', '/criteria/1.1', '/criteria/1.2/evidence/none', '/moderation'])
		expect([path, await visit(colleague, story.assessment + path)]).toEqual([path, 404]);
	await visit(manager, criterion('1.2'));
	await answer(colleague, criterion('1.2'), 'Fully achieved', 'All forty have had the course');
	await fillAnswer(manager, 'Largely achieved', 'Two have yet to go');
	await isRefused(manager, /^Not saved: Ellie Draycott saved a change at/);
	// words typed after the clash came are compared once the field is left
	await manager.getByRole('textbox', { name: 'Comment' }).blur();
	await sees(manager.locator('.gt-conflict'), 'All forty have had the course', 'Two have yet to go', 'Fully achieved');
	expect(await manager.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('Two have yet to go');
	await manager.getByRole('textbox', { name: 'Comment' }).fill('All forty have had the course; two came late');
	await manager.getByRole('radio', { name: 'Fully achieved' }).check();
	await press(manager, 'Save mine over it');
	await manager.waitForURL(`**${criterion('1.3')}`);
	await visit(colleague, criterion('1.2'));
	expect(await colleague.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('All forty have had the course; two came late');
	await follow(colleague, 'Give it back');
	await press(colleague, 'Give it back');
	await colleague.waitForURL((url) => !url.pathname.includes('criteria'));
	expect(await visit(colleague, criterion('1.2'))).toBe(404);
}

export async function theRestIsAnswered(): Promise<void> {
	const { manager } = story;
	await visit(manager, `${story.assessment}/all`);
	await manager.getByRole('radio', { name: '1.3: Largely achieved' }).focus();
	await manager.keyboard.press('ArrowRight');
	expect(await manager.getByRole('radio', { name: '1.3: Fully achieved' }).isChecked()).toBe(true);
	await manager.keyboard.press('Tab');
	await manager.keyboard.type('Asked at the desk every day');
	await sees(manager.locator('#row-1\\.3'), /^Saved \d\d:\d\d/);
	await visit(manager, `${story.assessment}/spreadsheet`);
	const workbook = await takeAway(manager, await manager.getByRole('link', { name: /^Spreadsheet of/ }).getAttribute('href'));
	const levels = [1, 2].map(String);
	const filled = await fillIn(workbook, (number) => {
		if (['1.1', '1.2', '1.3'].includes(number)) return undefined;
		const met = levels.indexOf(number.charAt(0));
		return { answer: ['Fully achieved', 'L'][met] ?? 'Not achieved', comment: met < 0 ? 'Not begun' : `How we do ${number}` };
	});
	await manager.getByLabel('The file you filled in').setInputFiles(filled);
	await press(manager, 'Check the file');
	await arrive(manager, '28 changes ready to apply');
	await sees(manager, '28 to add, 3 as they are', /2\.1/);
	await press(manager, 'Apply 28 changes');
	await arrive(manager, '28 changes applied');
	for (const number of ['1.2', '1.3', '1.4', '1.5', '2.1', '2.2', '2.3', '2.4', '2.5'])
		await useFromLibrary(manager, criterion(number), proof);
}

export async function theManagerSubmits(): Promise<void> {
	const { manager } = story;
	await visit(manager, `${story.assessment}/check`);
	await arrive(manager, 'Look these over before you submit');
	await sees(manager, '2.6 is rated Largely or Fully with no current evidence', /have the same comment/);
	await press(manager, 'Submit for moderation');
	await arrive(manager, 'Your answers are submitted');
	await visit(manager, criterion('1.1'));
	await sees(manager, 'This assessment has been submitted, so its answers stand as they are.');
	expect(await visit(manager, `${story.assessment}/moderation`)).toBe(403);
	await visit(manager, '/moderation');
	expect(await manager.getByRole('link', { name: service }).count()).toBe(0);
}
