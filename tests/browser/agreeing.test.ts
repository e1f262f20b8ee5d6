import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personById } from '#lib/domain/access/finding.server.ts';
import { people } from '#lib/domain/access/tables.ts';
import { keepResults } from '#lib/domain/results/keeping-results.server.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { answerEvidence, answers, assessments } from '#lib/domain/assessments/tables.ts';
import { dayOf } from '#lib/domain/calendar/dates.ts';
import { evidence, evidenceVersions } from '#lib/domain/evidence/tables.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { write } from '#lib/server/database.ts';
import { publishedFramework } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { staged } from '../support/frameworks.ts';
import { expectAccessible, openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';

let browser: Browser;
let served: Served;
const today = dayOf(Date.now());
const framework = staged('1.1 1.2:culture 2.1 2.2:culture', { id: 'for-the-browser', name: 'Two levels' });

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

function one<T>(found: T | undefined): T {
	if (found === undefined) throw new Error('Not in the example council');
	return found;
}
const personOf = (who: string) => {
	const email = `${who}@marlbourne.example`;
	const { id } = one(served.db.select({ id: people.id }).from(people).where(eq(people.email, email)).get());
	return one(personById(served.db, id) ?? undefined);
};

/** An assessment of housing repairs with every criterion answered Fully and proved, ready to submit. */
function answered(cycle: string): string {
	const { db } = served;
	const manager = personOf('repairs.manager');
	const { id: serviceId } = one(db.select().from(services).where(eq(services.name, 'Housing repairs')).get());
	const asked = { name: cycle, frameworkVersionId: publishedFramework(db, framework), startsOn: today, dueOn: today };
	const made = launch(db, personOf('programme.lead'), { ...asked, carriesOver: false, services: [serviceId] }, today);
	if (!made.ok) throw new Error(made.text);
	const { id } = one(db.select().from(assessments).where(eq(assessments.cycleId, made.id)).get());
	const proof = { kind: 'note', title: 'Survey of tenants', shows: 'What they say', effectiveFrom: today, strength: 'high' } as const;
	const { id: evidenceId } = db
		.insert(evidence)
		.values({ ...proof, serviceId, ownerId: manager.id })
		.returning({ id: evidence.id })
		.get();
	db.insert(evidenceVersions).values({ evidenceId, number: 1, note: 'Nine in ten', addedBy: manager.id, addedAt: 1 }).run();
	const said = { rating: 'F', comment: 'Every team does this', answeredBy: manager.id, answeredAt: Date.now() };
	db.update(answers).set(said).where(eq(answers.assessmentId, id)).run();
	const attached = framework.criteria.map(({ number }) => ({ assessmentId: id, criterion: number, evidenceId }));
	db.insert(answerEvidence)
		.values(attached.map((place) => ({ ...place, addedBy: manager.id, addedAt: 1 })))
		.run();
	write(db, (tx) => keepResults(tx, id, today));
	return id;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test.each([true, false])('from submitting to reopening, each by whom it belongs to (JavaScript: %s)', async (javaScript) => {
	const id = answered(`Agreed in a browser, ${javaScript ? 'with' : 'without'} scripts`);
	const base = `/assessments/${id}`;

	const manager = await openAs(browser, served, 'repairs.manager', { javaScript });
	await manager.goto(`${base}/submission`);
	await heading(manager, 'Ready to submit');
	await expectAccessible(manager);
	await manager.getByRole('button', { name: 'Submit for moderation' }).click();
	await heading(manager, 'Your answers are submitted');
	await expectAccessible(manager);
	await manager.goto(`${base}/moderation`);
	await manager.getByText('You cannot do this').first().waitFor();

	const assessor = await openAs(browser, served, 'assessor', { javaScript });
	await assessor.goto('/moderation');
	await expectAccessible(assessor);
	await assessor.goto(`${base}/moderation`);
	await heading(assessor, '0 of 4 criteria are moderated');
	await expectAccessible(assessor);
	await assessor.getByRole('link', { name: 'Start at 1.1' }).click();
	await heading(assessor, 'Criterion 1.1');
	await expectAccessible(assessor);
	await assessor.getByRole('radio', { name: 'Partially achieved' }).check();
	await assessor.getByRole('button', { name: 'Save and go on' }).click();
	await assessor.getByRole('alert').getByText('Say why you differ from the service').waitFor();
	expect(await assessor.getByRole('radio', { name: 'Partially achieved' }).isChecked()).toBe(true);
	await expectAccessible(assessor);
	await assessor.getByRole('textbox', { name: 'Comment' }).fill('Two of six teams');
	await assessor.getByRole('button', { name: 'Save and go on' }).click();
	await heading(assessor, 'Criterion 1.2');
	await assessor.getByRole('button', { name: 'Agree with the service' }).click();
	await heading(assessor, 'Criterion 2.1');
	await assessor.goto(`${base}/changes`);
	await assessor.getByRole('button', { name: 'Send it back to the service' }).click();
	await assessor.getByRole('alert').getByText('Enter what the service should change').waitFor();
	await expectAccessible(assessor);
	await assessor.goto(`${base}/moderation/rest`);
	await heading(assessor, 'Agree with the 2 answers that are left');
	await expectAccessible(assessor);
	await assessor.getByRole('button', { name: 'Agree with all of these' }).click();
	await heading(assessor, 'Every criterion is moderated');
	await assessor.getByRole('button', { name: 'Finish moderation' }).click();
	await heading(assessor, 'Service and moderator differ on 1 of 4');
	await expectAccessible(assessor);
	await assessor.goto(`${base}/comparison`);
	await heading(assessor, 'Service and moderator agree on 3 of 4');
	await expectAccessible(assessor);

	const chair = await openAs(browser, served, 'board.chair', { javaScript });
	await chair.goto(`${base}/agreement`);
	await heading(chair, 'Housing repairs: No award waits to be agreed');
	await expectAccessible(chair);
	await chair.getByRole('button', { name: 'Agree this result' }).click();
	await heading(chair, 'Housing repairs is agreed: no award');
	await expectAccessible(chair);
	await chair.goto(`${base}/override`);
	await expectAccessible(chair);
	await chair.getByRole('radio', { name: 'Level 2 Invested' }).check();
	await chair.getByRole('textbox', { name: 'Reason' }).fill('All six teams do it since May');
	await chair.getByRole('button', { name: 'Record the panel’s decision' }).click();
	await heading(chair, 'Both snapshots are whole');
	await chair.getByText('All six teams do it since May').waitFor();
	await expectAccessible(chair);

	const lead = await openAs(browser, served, 'programme.lead', { javaScript });
	await lead.goto(`${base}/reopening`);
	await expectAccessible(lead);
	await lead.getByRole('textbox', { name: 'Why must it be reopened?' }).fill('A figure was wrong');
	await lead.getByRole('button', { name: 'Reopen this assessment' }).click();
	await heading(lead, 'Both snapshots are whole');
	await lead.getByText('A figure was wrong').waitFor();
	await Promise.all([manager, assessor, chair, lead].map((page) => page.context().close()));
});

test.each([true, false])('a programme lead launches a cycle, follows it and sets a target (JavaScript: %s)', async (javaScript) => {
	publishedFramework(served.db, framework);
	const lead = await openAs(browser, served, 'programme.lead', { javaScript });
	const name = `Launched in a browser, ${javaScript ? 'with' : 'without'} scripts`;
	await lead.goto('/cycles/new');
	await expectAccessible(lead);
	await lead.getByRole('button', { name: 'Launch this cycle' }).click();
	await lead.getByRole('alert').getByText('Enter a name').waitFor();
	await expectAccessible(lead);
	await lead.getByRole('textbox', { name: 'Name' }).fill(name);
	await lead.getByRole('combobox', { name: 'Framework' }).selectOption({ label: 'Two levels, version 1.0' });
	for (const [group, year] of [
		['First day', '2026'],
		['Due date', '2027']
	] as const) {
		const date = lead.getByRole('group', { name: group });
		await date.getByLabel('Day').fill('1');
		await date.getByLabel('Month').fill('4');
		await date.getByLabel('Year').fill(year);
	}
	await lead.getByRole('radio', { name: 'Only the ones I choose' }).check();
	await lead.getByRole('checkbox', { name: 'Housing repairs' }).check();
	await lead.getByRole('button', { name: 'Launch this cycle' }).click();
	await heading(lead, '0 of 1 services are agreed');
	await expectAccessible(lead);
	await lead.getByRole('link', { name: 'Heat map' }).click();
	await heading(lead, 'No result is agreed yet');
	await expectAccessible(lead);
	await lead.getByRole('link', { name: 'Targets' }).click();
	await heading(lead, 'No targets are set');
	await lead.getByRole('link', { name: /^Set/ }).click();
	await heading(lead, 'Target of Housing repairs');
	await lead.getByRole('button', { name: 'Save target' }).click();
	await lead.getByRole('alert').getByText('Choose a level').waitFor();
	await expectAccessible(lead);
	await lead.context().close();
});

test('a manager sees neither the cycles nor the moderators’ queue, and nobody else’s assessment', async () => {
	const id = answered('Out of sight');
	const planner = await openAs(browser, served, 'planning.manager');
	for (const path of ['/cycles', '/moderation', `/assessments/${id}/submission`, `/assessments/${id}/snapshots`]) {
		const response = await planner.goto(path);
		expect([path, response?.status()]).toEqual([path, 404]);
	}
	await planner.context().close();
});
