import { expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { moderationQueue } from './moderation-queue.server.ts';

const today = '2026-11-21';
const framework = staged('1.1 1.2');
const { assessor, manager } = cast;

function council() {
	const db = testDatabase();
	const submitted = { status: 'submitted', submittedBy: 'manager', submittedAt: 1, submittedOn: today } as const;
	anAssessment(db, framework, 'repairs', today, { ...submitted, dueOn: '2027-03-31' });
	anAssessment(db, framework, 'planning', today, { ...submitted, dueOn: '2026-12-31', submittedBy: 'planner' });
	anAssessment(db, framework, 'contact-centre', today, { status: 'draft' });
	return db;
}
const names = (db: ReturnType<typeof council>, person = assessor) =>
	moderationQueue(db, person, 'submitted').rows.map(({ service }) => service);

test('what is submitted, the earliest due first', () => {
	const db = council();
	expect(names(db)).toEqual(['Planning applications', 'Housing repairs']);
	expect(moderationQueue(db, assessor, 'in moderation').rows).toEqual([]);
});

test('never what the moderator submitted or answered', () => {
	const db = council();
	expect(names(db, { ...assessor, id: manager.id })).toEqual(['Planning applications']);
	anAssessment(db, framework, 'corporate', today, {
		status: 'submitted',
		submittedBy: 'corporate-manager',
		submittedAt: 1,
		submittedOn: today,
		answered: { '1.2': { rating: 'F', answeredBy: assessor.id } }
	});
	expect(names(db)).not.toContain('Corporate');
	expect(names(db, { ...assessor, id: 'somebody-else' })).toContain('Corporate');
});

test('only services the grant covers, and nothing for who is no assessor', () => {
	const db = council();
	expect(names(db, { ...assessor, grants: [{ role: 'quality assessor', serviceId: 'repairs', teamId: null }] })).toEqual([
		'Housing repairs'
	]);
	expect(names(db, cast.chair)).toEqual([]);
});
