import { describe, expect, test } from 'vitest';
import { anAssessment } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { assessmentSeen, criterionSeen } from './finding.server.ts';
import { handovers } from './tables.ts';

const model = staged('1.1 1.2 2.1');
const hidden = expect.objectContaining({ status: 404 });

function handed(returnedAt: number | null = null) {
	const db = testDatabase();
	const id = anAssessment(db, model, 'repairs', today);
	db.insert(handovers)
		.values({ assessmentId: id, criterion: '1.2', personId: 'colleague', handedBy: 'manager', handedAt: 1, returnedAt })
		.run();
	return { db, id };
}

describe('an assessment', () => {
	test('is seen by its manager with its service, cycle and what can() asks', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today);
		expect(assessmentSeen(db, cast.manager, id)).toMatchObject({
			status: 'draft',
			version: 1,
			service: { name: 'Housing repairs', kind: 'external', directorate: 'Homes and places' },
			cycle: { name: '2026/27 cycle', startsOn: '2026-04-01', dueOn: '2027-03-31' },
			thing: { serviceId: 'repairs', corporate: false, status: 'draft', submittedBy: null }
		});
	});

	test('names the people on its way', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today, { status: 'moderated', submittedBy: 'manager', moderatorId: 'assessor' });
		expect(assessmentSeen(db, cast.member, id)).toMatchObject({ submittedByName: 'Morgan Manager', moderatorName: 'Ada Assessor' });
	});

	test.each(['planner', 'colleague', 'viewer', 'member', 'advisor', 'administrator'] as const)('a draft is not there for the %s', (who) => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today);
		expect(() => assessmentSeen(db, cast[who], id)).toThrow(hidden);
		expect(() => criterionSeen(db, cast[who], id, '1.1')).toThrow(hidden);
	});

	test('that does not exist is not there for anybody', () => {
		expect(() => assessmentSeen(testDatabase(), cast.lead, 'none')).toThrow(hidden);
	});
});

describe('a criterion', () => {
	test('handed over is all a colleague sees', () => {
		const { db, id } = handed();
		expect(criterionSeen(db, cast.colleague, id, '1.2')).toMatchObject({
			whole: false,
			criterion: { number: '1.2' },
			thing: { handedTo: ['colleague'] }
		});
		expect(() => criterionSeen(db, cast.colleague, id, '1.1')).toThrow(hidden);
		expect(() => assessmentSeen(db, cast.colleague, id)).toThrow(hidden);
	});

	test('is out of sight again once returned', () => {
		const { db, id } = handed(2);
		expect(() => criterionSeen(db, cast.colleague, id, '1.2')).toThrow(hidden);
	});

	test('the framework does not have is not there', () => {
		const { db, id } = handed();
		expect(criterionSeen(db, cast.manager, id, '2.1').whole).toBe(true);
		expect(() => criterionSeen(db, cast.manager, id, '9.9')).toThrow(hidden);
	});
});
