import { answer } from '../../support/answering-on-screen.ts';
import { agreeTheRest, askForChanges, lower } from '../../support/moderating-on-screen.ts';
import { arrive, follow, press, sees, visit } from '../../support/walking.ts';
import { criterion, open, service, story } from './story.ts';

/* How answers are moderated, agreed and acted on. */

export async function anAssessorModerates(): Promise<void> {
	const { manager } = story;
	const assessor = (story.assessor = await open('assessor'));
	await visit(assessor, '/moderation');
	await assessor.getByRole('link', { name: service }).click();
	await arrive(assessor, '0 of 31 criteria are moderated');
	await lower(assessor, story.assessment, '2.1', 'Partially achieved', 'The plan names no customer');
	await assessor.goto(`${story.assessment}/moderation/2.2`);
	await press(assessor, 'Agree with the service');
	await askForChanges(assessor, story.assessment, '2.2: say since when');
	await visit(manager, '/');
	await sees(manager, 'The moderator asks: 2.2: say since when');
	await answer(manager, criterion('2.2'), 'Largely achieved', 'Since April, in every team');
	await visit(manager, `${story.assessment}/submission`);
	await press(manager, 'Submit for moderation');
	await arrive(manager, 'Your answers are submitted');
	await visit(assessor, `${story.assessment}/moderation`);
	await sees(assessor, 'Changed since, decide again');
	await agreeTheRest(assessor, story.assessment, 30);
	await arrive(assessor, 'Service and moderator differ on 1 of 31');
}

export async function theManagerAgreesAndPlans(): Promise<void> {
	const { manager } = story;
	await visit(manager, '/');
	await follow(manager, `Agree the result for ${service}`);
	await arrive(manager, `${service}: Bronze waits to be agreed`);
	await press(manager, 'Agree this result');
	await arrive(manager, `${service} is agreed: Bronze`);
	await follow(manager, 'See the result and what comes next');
	await arrive(manager, new RegExp(`^${service}: Bronze`));
	const agreed = manager.locator('.gt-three .is-agreed');
	// by hand: level 1 is 5 × 1 ÷ 5; level 2 claims 6 × ⅔ ÷ 6, less ⅓ ÷ 6 for 2.6 without evidence, and again for 2.1 lowered
	await sees(manager.locator('.gt-three section').first(), 'Claimed', 'Level 2 Invested', '1.67');
	await sees(manager.locator('.gt-three section').nth(1), 'Evidenced', 'Level 1 Interested', '1.61');
	await sees(agreed, 'Bronze', 'Level 1 Interested', '1.56', 'This is the baseline', /^Silver \(level 3\) by/);
	await sees(manager.locator('#explained details[open]'), 'lowered to Partially by the moderator', /^Rule: /);
	await sees(manager.getByRole('row', { name: /^2\.1/ }).first(), 'Lowered by moderator');
	await sees(manager.getByRole('row', { name: /^2\.6/ }).first(), 'Evidence missing');
	await manager
		.getByRole('link', { name: /^Make actions from/ })
		.first()
		.click();
	await arrive(manager, /stop|stops/);
	for (const number of ['2.1', '2.6']) await manager.getByRole('checkbox', { name: new RegExp(`^${number.replace('.', '\\.')} `) }).check();
	await press(manager, 'Plan actions');
	await arrive(manager, 'Plan 2 actions');
	await manager.getByLabel('Title').first().fill('Name the customer in the plan');
	await press(manager, 'Continue');
	await arrive(manager, 'Check before you add');
	await press(manager, 'Add these 2 actions');
	await sees(manager, '2 actions are in the list.');
	await follow(manager, 'Name the customer in the plan');
	await arrive(manager, 'Name the customer in the plan');
	await follow(manager, 'Change the plan');
	await manager.getByLabel('Success measure').fill('Customers named in the plan');
	await press(manager, 'Save');
	await sees(manager, 'The action is changed.', 'Customers named in the plan');
}
