import { expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { pagesOf } from './assessment-pages.server.ts';
import { assessmentSeen } from './finding.server.ts';
import type { Status } from './status.ts';

const labels = (who: keyof typeof cast, status: Status, answeredBy = 'manager') => {
	const db = testDatabase();
	const answered = { '1.1': { rating: 'F', answeredBy } };
	const id = anAssessment(db, staged('1.1'), 'repairs', today, { status, submittedOn: today, submittedBy: 'manager', answered });
	return pagesOf(db, cast[who], assessmentSeen(db, cast[who], id)).map(({ label }) => label);
};
const always = ['Answers', 'All on one page', 'Result'];
const own = ['Answers', 'All on one page', 'Spreadsheet', 'Result'];

test.each([
	['manager', 'draft', [...own, 'Check and submit']],
	['assessor', 'draft', always],
	['manager', 'in moderation', own],
	['assessor', 'in moderation', [...always, 'Moderation']],
	['manager', 'moderated', [...own, 'Comparison']],
	['member', 'agreed', [...always, 'Comparison']]
] as const)('the %s of a %s assessment finds what there is', (who, status, expected) => {
	expect(labels(who, status)).toEqual(expected);
});

test('who answered a criterion is not led to its moderation', () => {
	expect(labels('assessor', 'submitted', 'assessor')).toEqual(always);
});
