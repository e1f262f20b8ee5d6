import { expect } from 'vitest';
import { readReport } from '../../support/reading-reports.ts';
import { arrive, follow, isRefused, look, press, sees, takeAway, visit } from '../../support/walking.ts';
import { criterion, open, proof, service, story } from './story.ts';

/* Who reads what was agreed, who may decide otherwise, and what stays. */

export async function theBoardReadsAndDecides(): Promise<void> {
	const member = await open('board.member');
	expect(await visit(member, `${story.assessment}/result`)).toBe(200);
	expect(await visit(member, `${story.assessment}/override`)).toBe(403);
	const chair = await open('board.chair');
	await visit(chair, `${story.assessment}/override`);
	await chair.getByRole('radio', { name: 'Level 2 Invested' }).check();
	await press(chair, 'Record the panel’s decision');
	await isRefused(chair, 'Enter the reason for the panel’s decision');
	await chair.getByRole('textbox', { name: 'Reason' }).fill('The plan was mended in the meeting');
	await press(chair, 'Record the panel’s decision');
	await arrive(chair, 'Both snapshots are whole');
	await visit(member, '/reports');
	await member.getByRole('link', { name: service }).click();
	await sees(member, /^Panel decision: /, /Worked out from the answers it is Bronze, level 1 interested/);
	await look(member);
	const report = await readReport(member, {
		'Every answer': 'answers',
		'Level reached in each theme': 'themes',
		'Evidence index': 'evidence'
	});
	for (const { page, ...files } of report.tables) expect(files).toEqual({ json: page, xlsx: page, csv: page });
	const [answers, themes, evidence] = report.tables.map(({ page }) => page);
	const [, , ...lowered] = answers?.find(([number]) => number === '2.1') ?? [];
	const mark = evidence?.find(([, title]) => title === proof)?.[0];
	expect(answers).toHaveLength(32);
	expect(['1.1', '1.3'].map((one) => answers?.find(([number]) => number === one)?.[5])).toEqual([
		'Every letter and page says who to ring',
		'Asked at the desk every day'
	]);
	expect(lowered).toEqual(['L Largely', 'P Partially', 'Partially', 'How we do 2.1 Moderator: The plan names no customer', mark]);
	expect(themes?.find(([name]) => name === 'Strategy')).toEqual(['Strategy', '2', '2', '1']);
	expect(report.title).toBe(await member.getByRole('heading', { level: 1 }).textContent());
	expect(report.begins).toBe('%PDF-');
	expect(report.pdf.pages).toBeGreaterThan(3);
	for (const words of ['Panel decision', 'Bronze', 'The plan names no customer']) expect(report.pdf.text).toContain(words);
	await Promise.all([member, chair].map((page) => page.context().close()));
}

export async function aViewerReads(): Promise<void> {
	const viewer = await open('councillor');
	await visit(viewer, '/reports');
	await viewer.getByRole('link', { name: service }).click();
	await sees(viewer, /^Panel decision: /);
	const json = await takeAway(viewer, await viewer.getByRole('link', { name: /^JSON/ }).getAttribute('href'));
	const main = (await viewer.locator('main').textContent()) ?? '';
	for (const name of ['Tessa Quill', 'Priya Nair', 'Margaret Stone', 'Ellie Draycott'])
		expect([name, main.includes(name), json.includes(name)]).toEqual([name, false, false]);
	expect(await visit(viewer, story.assessment)).toBe(404);
	await viewer.context().close();
}

export async function theLeadLooksOverAllAndReopens(): Promise<void> {
	const { manager, lead } = story;
	await visit(lead, story.cycle);
	await arrive(lead, '1 of 2 services are agreed');
	await sees(lead.getByRole('row', { name: service }), 'Bronze');
	await follow(lead, 'Heat map');
	await arrive(lead, /./);
	await sees(lead, service);
	await visit(lead, `/reports/council?story.cycle=${story.cycle.split('/').pop()}`);
	await sees(lead, service, 'Libraries');
	await visit(lead, `${story.assessment}/reopening`);
	await press(lead, 'Reopen this assessment');
	await isRefused(lead, 'Enter the reason for reopening');
	await lead.getByRole('textbox', { name: 'Why must it be reopened?' }).fill('A survey was counted twice');
	await press(lead, 'Reopen this assessment');
	await arrive(lead, 'Both snapshots are whole');
	await sees(lead, 'A survey was counted twice', 'The plan was mended in the meeting');
	await visit(manager, criterion('2.1'));
	expect(await manager.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe('How we do 2.1');
}
