import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { compliance, rubric, staged, thirtyOne, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Database } from '#lib/server/database.ts';
import { auditLines } from '../audit/tables.ts';
import { answer, type Typed } from './answering.server.ts';
import { confirm } from './confirming.server.ts';
import { assessmentSeen } from './finding.server.ts';
import { answersOf } from './reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import { answers } from './tables.ts';
import { results } from '#lib/domain/results/tables.ts';

const model = staged('1.1 1.2 2.1');

function begun(settings: Parameters<typeof anAssessment>[4] = {}, framework = model) {
	const db = testDatabase();
	const id = anAssessment(db, framework, 'repairs', today, settings);
	const save = (typed: Partial<Typed>) =>
		answer(
			db,
			cast.manager,
			assessmentSeen(db, cast.manager, id),
			{ criterion: '1.1', rating: 'F', comment: '', version: 1, ...typed },
			today
		);
	return { db, id, save };
}

const stored = (db: Database, id: string, criterion = '1.1') =>
	db
		.select()
		.from(answers)
		.where(and(eq(answers.assessmentId, id), eq(answers.criterion, criterion)))
		.get();
const kept = (db: Database, id: string) =>
	Object.fromEntries(
		db
			.select()
			.from(results)
			.where(eq(results.assessmentId, id))
			.all()
			.map((row) => [row.basis, row])
	);

describe('saving an answer', () => {
	test('keeps it with who and when, counts its version and leaves one audit line with each field', () => {
		const { db, id, save } = begun();
		expect(save({ rating: 'L', comment: 'In most places' })).toMatchObject({ ok: true, version: 2 });
		expect(stored(db, id)).toMatchObject({ rating: 'L', comment: 'In most places', answeredBy: 'manager', version: 2 });
		const lines = db.select().from(auditLines).where(eq(auditLines.thingId, id)).all();
		expect(lines).toMatchObject([
			{
				personId: 'manager',
				what: 'answered criterion 1.1',
				change: { rating: { from: null, to: 'L' }, comment: { from: '', to: 'In most places' } }
			}
		]);
	});

	test('a stale one is refused with what stands now, and changes nothing', () => {
		const { db, id, save } = begun();
		save({ rating: 'L', comment: 'First' });
		expect(save({ rating: 'P', comment: 'Second', version: 1 })).toMatchObject({
			ok: false,
			code: 'stale',
			conflict: {
				by: 'Morgan Manager',
				version: 2,
				fields: [
					{ name: 'rating', label: 'Answer', theirs: 'Largely achieved', mine: 'Partially achieved' },
					{ name: 'comment', label: 'Comment', theirs: 'First', mine: 'Second' }
				]
			}
		});
		expect(stored(db, id)).toMatchObject({ rating: 'L', comment: 'First', version: 2 });
	});

	test('the same again changes nothing', () => {
		const { db, id, save } = begun();
		save({});
		expect(save({ version: 2 })).toMatchObject({ ok: true, version: 2 });
		expect(db.select().from(auditLines).where(eq(auditLines.thingId, id)).all()).toHaveLength(1);
	});

	test.each(['submitted', 'in moderation', 'moderated', 'agreed'] as const)('is refused once %s', (status) => {
		const { db, id, save } = begun({ status, submittedOn: today });
		expect(save({})).toMatchObject({ ok: false, code: 'frozen' });
		expect(stored(db, id)?.rating).toBeNull();
	});

	test('is possible again once changes are requested', () => {
		expect(begun({ status: 'changes requested', submittedOn: today }).save({})).toMatchObject({ ok: true });
	});

	test.each([
		['staged', staged('1.1'), 'F', '4'],
		['rubric', rubric('1.1'), '4', 'F'],
		['compliance', compliance('1.1'), 'plus', 'F']
	] as const)('a %s framework takes its own scale only', (_kind, framework, right, wrong) => {
		const { save } = begun({}, framework);
		expect(save({ rating: wrong })).toMatchObject({ ok: false, code: 'unknown-rating', field: 'rating' });
		expect(save({ rating: right })).toMatchObject({ ok: true });
	});

	test('a criterion that is not in the assessment is refused', () => {
		expect(begun().save({ criterion: '9.9' })).toMatchObject({ ok: false, code: 'unknown-criterion' });
	});

	test('the corporate service has nobody to inherit from', () => {
		const db = testDatabase();
		const id = anAssessment(db, model, 'corporate', today);
		const seen = assessmentSeen(db, cast.corporateManager, id);
		const typed = { criterion: '1.1', rating: 'inherited', comment: '', version: 1 };
		expect(answer(db, cast.corporateManager, seen, typed, today)).toMatchObject({ ok: false, code: 'unknown-rating' });
	});
});

describe('the kept results', () => {
	test('are what the rules give for the answers, after every save', () => {
		const { db, id, save } = begun({}, staged(thirtyOne));
		evidenceFor(db, id, ['1.1', '1.3'], { to: '2026-12-01' });
		for (const [criterion, rating, comment] of [
			['1.1', 'F', ''],
			['1.2', 'not applicable', ''],
			['1.2', 'not applicable', 'We have no counter'],
			['1.3', 'L', ''],
			['4.1', 'P', 'Begun']
		] as const) {
			expect(save({ criterion, rating, comment, version: stored(db, id, criterion)?.version })).toMatchObject({ ok: true });
			const result = resultOf(staged(thirtyOne), answersOf(db, assessmentSeen(db, cast.manager, id)), today);
			const rows = kept(db, id);
			for (const basis of ['claimed', 'evidenced', 'agreed'] as const) {
				const { level, award, index, met, applicable } = result[basis];
				expect(rows[basis]).toMatchObject({ level, award, index, met, applicable, ...result.completeness, holdsUntil: '2026-12-01' });
			}
		}
		expect(kept(db, id).claimed).toMatchObject({ answered: 4, total: 31, applicable: 30, met: 2 });
	});
});

describe('answers carried over', () => {
	const carried = { answered: { '1.1': { rating: 'F', comment: 'As before', toConfirm: true }, '1.2': { rating: 'F', toConfirm: true } } };
	const open = (db: Database, id: string) => kept(db, id).claimed?.answered;

	test('count as unanswered until somebody confirms them', () => {
		const { db, id } = begun(carried);
		expect(open(db, id)).toBe(0);
		expect(
			confirm(
				db,
				cast.manager,
				id,
				[
					{ criterion: '1.1', version: 1 },
					{ criterion: '1.2', version: 1 }
				],
				today
			)
		).toMatchObject({ ok: true, confirmed: 2 });
		expect(open(db, id)).toBe(2);
		expect(stored(db, id)).toMatchObject({ rating: 'F', toConfirm: false, answeredBy: 'manager', version: 2 });
	});

	test('are not confirmed unread: one changed meanwhile refuses them all', () => {
		const { db, id, save } = begun(carried);
		save({ rating: 'F', comment: 'Changed', asYouGo: true });
		const outcome = confirm(
			db,
			cast.manager,
			id,
			[
				{ criterion: '1.1', version: 1 },
				{ criterion: '1.2', version: 1 }
			],
			today
		);
		expect(outcome).toMatchObject({ ok: false, code: 'changed', text: expect.stringContaining('1.1') });
		expect(open(db, id)).toBe(0);
	});

	test('are confirmed by saving them, but not by a comment that was saved as one typed', () => {
		const { db, id, save } = begun(carried);
		save({ rating: 'F', comment: 'Still so', asYouGo: true });
		expect(stored(db, id)).toMatchObject({ comment: 'Still so', toConfirm: true });
		save({ rating: 'F', comment: 'Still so', version: 2 });
		expect(stored(db, id)).toMatchObject({ toConfirm: false });
		save({ criterion: '1.2', rating: 'L', asYouGo: true });
		expect(stored(db, id, '1.2')).toMatchObject({ rating: 'L', toConfirm: false });
		expect(open(db, id)).toBe(2);
	});

	test('are not confirmed once submitted', () => {
		const { db, id } = begun({ ...carried, status: 'submitted', submittedOn: today });
		expect(confirm(db, cast.manager, id, [{ criterion: '1.1', version: 1 }], today)).toMatchObject({ ok: false, code: 'frozen' });
	});
});
