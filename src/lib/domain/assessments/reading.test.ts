import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { staged, thirtyOne, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { write } from '#lib/server/database.ts';
import { evidence } from '../evidence/tables.ts';
import { assessmentSeen } from './finding.server.ts';
import { keepResults, overtakeInherited, refreshStaleResults } from '#lib/domain/results/keeping-results.server.ts';
import { answersOf } from './reading.server.ts';
import { assessments } from './tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { results } from '#lib/domain/results/tables.ts';

const model = staged('1.1 1.2 2.1');

describe('reading answers', () => {
	test('joins the periods of their evidence and what the moderator said', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today, { answered: { '1.1': { rating: 'F', comment: 'All of them' } } });
		evidenceFor(db, id, ['1.1'], { from: '2026-01-01', to: '2026-12-31' });
		evidenceFor(db, id, ['1.1', '1.2'], { from: '2025-01-01' });
		db.insert(moderations)
			.values({ assessmentId: id, criterion: '1.1', rating: 'L', comment: 'Not all', moderatedBy: 'assessor', moderatedAt: 1 })
			.run();
		const [first, second, third] = answersOf(db, assessmentSeen(db, cast.manager, id));
		expect(first).toMatchObject({
			criterion: '1.1',
			rating: 'F',
			comment: 'All of them',
			moderation: { rating: 'L', notApplicableAccepted: null, comment: 'Not all' }
		});
		expect(first?.evidence).toHaveLength(2);
		expect(second).toMatchObject({ evidence: [{ from: '2025-01-01', to: null }], moderation: null });
		expect(third?.evidence).toEqual([]);
	});

	test('leaves out evidence that is withdrawn, unless it was there when the answers were frozen', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today);
		const evidenceId = evidenceFor(db, id, ['1.1']);
		const pieces = () => answersOf(db, assessmentSeen(db, cast.manager, id))[0]?.evidence.length;
		db.update(evidence).set({ withdrawnAt: 200 }).where(eq(evidence.id, evidenceId)).run();
		expect(pieces()).toBe(0);
		db.update(assessments).set({ status: 'submitted', submittedAt: 100, submittedOn: today }).where(eq(assessments.id, id)).run();
		expect(pieces()).toBe(1);
		db.update(assessments).set({ submittedAt: 300 }).where(eq(assessments.id, id)).run();
		expect(pieces()).toBe(0);
	});

	test.each([false, true])('takes as many queries for 31 criteria as for three (inheriting: %s)', (inheriting) => {
		const beginAndEnd = 2;
		const counted = (framework: typeof model) => {
			const db = testDatabase();
			const answered = Object.fromEntries(framework.criteria.map(({ number }) => [number, { rating: inheriting ? 'inherited' : 'F' }]));
			anAssessment(db, framework, 'corporate', today, { cycle: 'before', status: 'agreed', submittedOn: today, agreedOn: today });
			const id = anAssessment(db, framework, 'repairs', today, { answered });
			evidenceFor(
				db,
				id,
				framework.criteria.map(({ number }) => number)
			);
			const seen = assessmentSeen(db, cast.manager, id);
			// inside a transaction, where nothing is kept from before
			return queriesOf(db, () => write(db, () => answersOf(db, seen)));
		};
		expect(counted(staged(thirtyOne))).toBe(counted(model));
		expect(counted(model)).toBe((inheriting ? 5 : 2) + beginAndEnd);
	});
});

describe('an inherited answer', () => {
	const corporate = (db: ReturnType<typeof testDatabase>, cycle: string, agreedOn: string, rating: string, framework = model) => {
		const id = anAssessment(db, framework, 'corporate', today, {
			cycle,
			status: 'agreed',
			submittedOn: agreedOn,
			agreedOn,
			answered: { '1.1': { rating, comment: 'Reason' } }
		});
		evidenceFor(db, id, ['1.1'], { serviceId: 'corporate', ownerId: 'corporate-manager' });
		return id;
	};
	const inheritedBy = (db: ReturnType<typeof testDatabase>) => {
		const id = anAssessment(db, model, 'repairs', today, { answered: { '1.1': { rating: 'inherited' } } });
		return answersOf(db, assessmentSeen(db, cast.manager, id))[0]?.inheritedRating;
	};

	test('is nothing while no corporate assessment is agreed', () => {
		const db = testDatabase();
		anAssessment(db, model, 'corporate', today, { cycle: 'now', answered: { '1.1': { rating: 'F' } } });
		expect(inheritedBy(db)).toBeNull();
	});

	test('is that of the latest agreed one', () => {
		const db = testDatabase();
		corporate(db, 'new', '2026-10-01', 'L');
		corporate(db, 'old', '2026-05-01', 'F');
		expect(inheritedBy(db)).toBe('L');
	});

	test('is the moderated one', () => {
		const db = testDatabase();
		const id = corporate(db, 'new', '2026-10-01', 'F');
		db.insert(moderations).values({ assessmentId: id, criterion: '1.1', rating: 'P', moderatedBy: 'assessor', moderatedAt: 1 }).run();
		expect(inheritedBy(db)).toBe('P');
	});

	test('is of the same version of the framework only', () => {
		const db = testDatabase();
		corporate(db, 'new', '2026-10-01', 'F', { ...model, version: '2.0' });
		expect(inheritedBy(db)).toBeNull();
	});

	test('is not applicable where that was accepted, and counts as not achieved where it was not', () => {
		const db = testDatabase();
		const id = corporate(db, 'new', '2026-10-01', 'not applicable');
		expect(inheritedBy(db)).toBe('N');
		db.insert(moderations)
			.values({ assessmentId: id, criterion: '1.1', notApplicableAccepted: true, moderatedBy: 'assessor', moderatedAt: 1 })
			.run();
		const again = anAssessment(db, model, 'planning', today, { cycle: 'new', answered: { '1.1': { rating: 'inherited' } } });
		expect(answersOf(db, assessmentSeen(db, cast.planner, again))[0]?.inheritedRating).toBe('not applicable');
	});

	test('changes the kept results of those who inherit once the corporate assessment is agreed', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'repairs', today, { answered: { '1.1': { rating: 'inherited' } } });
		anAssessment(db, model, 'planning', today);
		corporate(db, 'new', '2026-10-01', 'F');
		write(db, (tx) => overtakeInherited(tx, db.select({ v: assessments.frameworkVersionId }).from(assessments).get()?.v ?? '', today));
		const answered = () => db.select({ n: results.answered }).from(results).where(eq(results.assessmentId, id)).get()?.n;
		expect(answered()).toBe(0);
		expect(refreshStaleResults(db, today, 10)).toBe(1);
		expect(answered()).toBe(1);
	});
});

describe('kept results and the day', () => {
	test('go stale with their evidence while in draft, are refreshed, and then hold', () => {
		const db = testDatabase();
		const id = anAssessment(db, staged('1.1'), 'repairs', today, { answered: { '1.1': { rating: 'F' } } });
		evidenceFor(db, id, ['1.1'], { to: '2026-11-30' });
		write(db, (tx) => keepResults(tx, id, today));
		const level = () =>
			db
				.select({ basis: results.basis, level: results.level })
				.from(results)
				.where(eq(results.assessmentId, id))
				.all()
				.find(({ basis }) => basis === 'evidenced')?.level;
		expect(level()).toBe(5);
		expect(refreshStaleResults(db, '2026-11-30', 10)).toBe(0);
		expect(refreshStaleResults(db, '2026-12-01', 10)).toBe(1);
		expect(level()).toBe(0);
		expect(refreshStaleResults(db, '2027-12-01', 10)).toBe(0);
	});

	test('are judged on the day of submission once submitted', () => {
		const db = testDatabase();
		const id = anAssessment(db, staged('1.1'), 'repairs', today, {
			status: 'submitted',
			submittedOn: '2026-11-01',
			submittedAt: 1,
			answered: { '1.1': { rating: 'F' } }
		});
		evidenceFor(db, id, ['1.1'], { to: '2026-11-10' });
		const result = write(db, (tx) => keepResults(tx, id, today));
		expect(result.evidenced.level).toBe(5);
		expect(db.select().from(results).where(eq(results.assessmentId, id)).get()?.holdsUntil).toBeNull();
	});
});
