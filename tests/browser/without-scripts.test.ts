import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#lib/domain/calendar/dates.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { addEvidence, answer, useFromLibrary } from '../support/answering-on-screen.ts';
import { anAssessment } from '../support/assessments.ts';
import { launchBrowser } from '../support/browser.ts';
import { staged } from '../support/frameworks.ts';
import { agreeTheRest, askForChanges, lower } from '../support/moderating-on-screen.ts';
import { openAs } from '../support/pages.ts';
import { serve, type Served } from '../support/served.ts';
import { arrive, follow, press, sees, visit } from '../support/walking.ts';

/* The essential way again, in browsers that run no script: links and plain forms. */

let browser: Browser;
let served: Served;
let assessment = '';
const today = dayOf(Date.now());

beforeAll(async () => {
	[browser, served] = await Promise.all([launchBrowser(), serve()]);
	const service = served.db.select().from(services).where(eq(services.name, 'Waste and recycling')).get();
	const framework = staged('1.1 1.2:culture 2.1', { id: 'without-scripts' });
	assessment = `/assessments/${anAssessment(served.db, framework, service?.id ?? '', today, { cycle: 'without scripts', dueOn: addDays(today, 30) })}`;
});
afterAll(async () => {
	await browser?.close();
	await served?.stop();
});

test('from the first answer to an agreed award and an action, without a script', async () => {
	const manager = await openAs(browser, served, 'waste.manager', { javaScript: false });
	await visit(manager, assessment);
	await follow(manager, /^Start at 1\.1/);
	await arrive(manager, 'Criterion 1.1');
	await answer(manager, `${assessment}/criteria/1.1`, 'Fully achieved', 'Every round is told the day before');
	await addEvidence(manager, `${assessment}/criteria/1.1`, { title: 'Rounds told in time', from: today, file: 'rounds.pdf' });
	await useFromLibrary(manager, `${assessment}/criteria/1.2`, 'Rounds told in time');
	await visit(manager, `${assessment}/all`);
	await manager.getByRole('radio', { name: '1.2: Largely achieved' }).check();
	await manager.getByRole('radio', { name: '2.1: Not achieved' }).check();
	await press(manager, 'Save all');
	await sees(manager, 'Saved. 2 answers were changed.');
	await visit(manager, `${assessment}/check`);
	await press(manager, 'Submit for moderation');
	await arrive(manager, 'Your answers are submitted');

	const assessor = await openAs(browser, served, 'assessor', { javaScript: false });
	await visit(assessor, '/moderation');
	await follow(assessor, 'Waste and recycling');
	await arrive(assessor, '0 of 3 criteria are moderated');
	await lower(assessor, assessment, '1.2', 'Partially achieved', 'Half the crews');
	await askForChanges(assessor, assessment, '2.1: say why not');
	await answer(manager, `${assessment}/criteria/2.1`, 'Not achieved', 'It begins in May');
	await visit(manager, `${assessment}/submission`);
	await press(manager, 'Submit for moderation');
	await arrive(manager, 'Your answers are submitted');
	await agreeTheRest(assessor, assessment, 2);

	await visit(manager, `${assessment}/agreement`);
	await press(manager, 'Agree this result');
	await arrive(manager, 'Waste and recycling is agreed: no award');
	await follow(manager, 'See the result and what comes next');
	await sees(manager, 'Lowered by moderator');
	await follow(manager, /^Make actions from/);
	await manager.getByRole('checkbox', { name: /^1\.2 / }).check();
	await press(manager, 'Plan actions');
	await arrive(manager, 'Plan an action');
	await press(manager, 'Continue');
	await arrive(manager, 'Check before you add');
	await press(manager, 'Add this action');
	await sees(manager, /action is in the list/);
	expect(await visit(manager, '/actions/board')).toBe(200);

	const chair = await openAs(browser, served, 'board.chair', { javaScript: false });
	await visit(chair, '/reports');
	await follow(chair, 'Waste and recycling');
	await arrive(chair, /^Waste and recycling: /);
	await sees(chair, 'Half the crews');
	await Promise.all([manager, assessor, chair].map((page) => page.context().close()));
});
