import { afterAll, beforeAll, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serve } from '../support/served.ts';
import { aLeadLaunches, anAdministratorInvites } from './whole-way/launching.ts';
import { aColleagueHelps, theManagerBegins, theManagerSubmits, theRestIsAnswered } from './whole-way/answering.ts';
import { anAssessorModerates, theManagerAgreesAndPlans } from './whole-way/judging.ts';
import { aViewerReads, theBoardReadsAndDecides, theLeadLooksOverAllAndReopens } from './whole-way/reporting.ts';
import { story } from './whole-way/story.ts';

beforeAll(async () => {
	[story.browser, story.served] = await Promise.all([launchBrowser(), serve()]);
});
afterAll(async () => {
	await story.browser?.close();
	await story.served?.stop();
});

test('an administrator adds a service and a person; with a one-time link she chooses a password and signs in', anAdministratorInvites);
test('a programme lead loads the Enfield framework and launches a cycle over two services, with a target', aLeadLaunches);
test('the manager begins, proves an answer, hands one to a colleague', theManagerBegins);
test('the colleague sees what was handed over and nothing else; two save the same answer and neither loses a word', aColleagueHelps);
test('the rest is answered on one page and on a spreadsheet', theRestIsAnswered);
test('the manager checks, is advised, and submits', theManagerSubmits);
test('a quality assessor lowers one, asks for changes once, agrees the rest and finishes', anAssessorModerates);
test(
	'the manager agrees; the result says what was reached, why, and what stands in the way; two gaps become actions',
	theManagerAgreesAndPlans
);
test(
	'a board member reads; the chair decides another level with a reason; page, PDF, XLSX, CSV and JSON say the same',
	theBoardReadsAndDecides
);
test('a viewer reads the report without a name', aViewerReads);
test('the programme lead sees where all stand, and reopens with a reason; what was agreed stays', theLeadLooksOverAllAndReopens);
