import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actions } from '#lib/domain/actions/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { answerEvidence, answers, assessments, criterionComments, handovers } from '#lib/domain/assessments/tables.ts';
import { cycles } from '#lib/domain/cycles/tables.ts';
import { moderations } from '#lib/domain/moderation/tables.ts';
import { results } from '#lib/domain/results/tables.ts';
import { anAssessment, evidenceFor, publishedFramework } from '../../../../tests/support/assessments.ts';
import { compliance, staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Framework } from './document.ts';
import { changesNotice, movesTo } from './moves.server.ts';
import { movingChoices } from './moving-choices.server.ts';
import { moveAssessments } from './moving.server.ts';
import { frameworkSeen } from './seeing.server.ts';

const today = '2026-11-21';
const { lead } = cast;
const old = staged('1.1 1.2 1.3 2.1');

/** 1.1 and 1.2 change places, 1.3 is asked no more, 2.1 asks something else, 2.2 is new. */
const [one, two, , last] = old.criteria as Required<Framework>['criteria'];
const next: Framework = {
	...old,
	version: '1.1',
	criteria: [
		{ ...two!, number: '1.1' },
		{ ...one!, number: '1.2' },
		{ ...last!, text: 'Quite another thing' },
		{ ...last!, number: '2.2', title: 'New', text: 'New' }
	]
};

function prepared() {
	const db = testDatabase();
	const id = anAssessment(db, old, 'repairs', today, {
		answered: {
			'1.1': { rating: 'F', comment: 'One' },
			'1.2': { rating: 'P', comment: 'Two' },
			'1.3': { rating: 'L', comment: 'Three' },
			'2.1': { rating: 'L', comment: 'Last' }
		}
	});
	const to = publishedFramework(db, next);
	return { db, id, to };
}
const answersOf = (db: ReturnType<typeof testDatabase>, id: string) =>
	db
		.select()
		.from(answers)
		.where(eq(answers.assessmentId, id))
		.orderBy(answers.criterion)
		.all()
		.map(({ criterion, rating, comment }) => [criterion, rating, comment]);

test('answers that still hold follow their criterion, the others are emptied, new ones begin empty', () => {
	const { db, id, to } = prepared();
	expect(moveAssessments(db, lead, to, [id], today)).toMatchObject({ ok: true, moved: 1, emptied: 2 });
	expect(answersOf(db, id)).toEqual([
		['1.1', 'P', 'Two'],
		['1.2', 'F', 'One'],
		['2.1', null, ''],
		['2.2', null, '']
	]);
	expect(db.select().from(assessments).where(eq(assessments.id, id)).get()).toMatchObject({ frameworkVersionId: to, version: 2 });
	expect(
		db
			.select()
			.from(results)
			.where(and(eq(results.assessmentId, id), eq(results.basis, 'claimed')))
			.get()
	).toMatchObject({ answered: 2, total: 4 });
});

test('evidence, comments, handovers and actions follow; what was said on what is asked no more is in the audit trail', () => {
	const { db, id, to } = prepared();
	const piece = evidenceFor(db, id, ['1.1', '1.3', '2.1']);
	const at = 1;
	db.insert(criterionComments)
		.values(['1.2', '1.3'].map((criterion) => ({ assessmentId: id, criterion, text: `On ${criterion}`, personId: 'manager', at })))
		.run();
	db.insert(handovers).values({ assessmentId: id, criterion: '1.2', personId: 'colleague', handedBy: 'manager', handedAt: at }).run();
	db.insert(moderations)
		.values(['1.1', '2.1'].map((criterion) => ({ assessmentId: id, criterion, rating: 'P', moderatedBy: 'assessor', moderatedAt: at })))
		.run();
	db.insert(actions)
		.values(
			['1.2', '1.3'].map((criterion, index) => ({
				number: index + 1,
				title: `Action on ${criterion}`,
				serviceId: 'repairs',
				ownerId: 'manager',
				assessmentId: id,
				criterion,
				startOn: today,
				dueOn: today,
				reviewOn: today
			}))
		)
		.run();
	moveAssessments(db, lead, to, [id], today);
	expect(
		db
			.select()
			.from(answerEvidence)
			.all()
			.map(({ criterion }) => criterion)
			.sort()
	).toEqual(['1.2', '2.1']);
	expect(
		db
			.select()
			.from(handovers)
			.all()
			.map(({ criterion }) => criterion)
	).toEqual(['1.1']);
	expect(
		db
			.select()
			.from(moderations)
			.all()
			.map(({ criterion }) => criterion)
	).toEqual(['1.2']);
	expect(
		db
			.select()
			.from(actions)
			.orderBy(actions.number)
			.all()
			.map(({ criterion }) => criterion)
	).toEqual(['1.1', null]);
	expect(
		db
			.select()
			.from(criterionComments)
			.all()
			.map(({ criterion, text }) => [criterion, text])
			.sort()
	).toEqual([
		['1.1', 'On 1.2'],
		['2.1', 'Until version 1.0 of the framework the answer here was Largely achieved: “Last”']
	]);
	const line = db.select().from(auditLines).where(eq(auditLines.thing, 'assessment')).all().at(-1);
	expect(JSON.stringify(line?.change)).toContain('Three');
	expect(JSON.stringify(line?.change)).toContain('On 1.3');
	expect(JSON.stringify(line?.change)).toContain(piece);
});

test('the choices are the open assessments on older versions, with what is different', () => {
	const { db, id, to } = prepared();
	anAssessment(db, old, 'planning', today, { status: 'submitted' });
	const choices = movingChoices(db, frameworkSeen(db, lead, to));
	expect(choices.assessments).toMatchObject([{ id, service: 'Housing repairs', number: '1.0', answered: 4, total: 4 }]);
	expect(choices.versions).toMatchObject([{ number: '1.0' }]);
	expect(choices.versions[0]?.changes.map(({ kind }) => kind)).toEqual(['renumbered', 'renumbered', 'reworded', 'added', 'removed']);
	moveAssessments(db, lead, to, [id], today);
	expect(movingChoices(db, frameworkSeen(db, lead, to)).assessments).toEqual([]);
});

test('one that was submitted meanwhile keeps all of them where they are', () => {
	const { db, id, to } = prepared();
	const submitted = anAssessment(db, old, 'planning', today, { status: 'submitted' });
	expect(moveAssessments(db, lead, to, [id, submitted], today)).toMatchObject({ ok: false, code: 'changed' });
	expect(answersOf(db, id)).toHaveLength(4);
	expect(db.select().from(assessments).where(eq(assessments.id, id)).get()?.frameworkVersionId).not.toBe(to);
	expect(moveAssessments(db, lead, to, [], today)).toMatchObject({ ok: false, code: 'nothing-chosen' });
});

test('a cycle goes along when none of its assessments is left on the old version', () => {
	const { db, id, to } = prepared();
	const other = anAssessment(db, old, 'planning', today);
	const version = () => db.select().from(cycles).get()?.frameworkVersionId;
	moveAssessments(db, lead, to, [id], today);
	expect(version()).not.toBe(to);
	moveAssessments(db, lead, to, [other], today);
	expect(version()).toBe(to);
});

test('the notice says from where to where, and what is different', () => {
	const { db, id, to } = prepared();
	expect(changesNotice(db, id)).toBeNull();
	moveAssessments(db, lead, to, [id], today);
	expect(changesNotice(db, id)).toMatchObject({ from: '1.0', to: '1.1', emptied: 2 });
	expect(changesNotice(db, id)?.changes).toHaveLength(5);
	expect(movesTo(db, to)).toMatchObject([{ what: 'moved an assessment to framework Five levels 1.1', by: lead.name }]);
});

test('an answer at a rating that is gone or means something else now is emptied, the others stay', () => {
	const db = testDatabase();
	const code = compliance('1 2');
	const id = anAssessment(db, code, 'repairs', today, { answered: { '1': { rating: 'partial' }, '2': { rating: 'plus' } } });
	const scale = code.scale?.map((rating) => (rating.id === 'partial' ? { ...rating, about: 'Something else' } : rating));
	const to = publishedFramework(db, { ...code, version: '1.1', scale });
	expect(moveAssessments(db, lead, to, [id], today)).toMatchObject({ emptied: 1 });
	expect(answersOf(db, id).map(([, rating]) => rating)).toEqual([null, 'plus']);
});
