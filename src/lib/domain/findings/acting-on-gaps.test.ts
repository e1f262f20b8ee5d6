import { expect, test } from 'vitest';
import { details } from '../../../../tests/support/actions.ts';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { actions } from '../actions/tables.ts';
import { moveAction } from '../actions/moving.server.ts';
import { actionSeen } from '../actions/finding.server.ts';
import { assessmentSeen } from '../assessments/finding.server.ts';
import { auditLines } from '../audit/tables.ts';
import { actOnGaps } from './acting-on-gaps.server.ts';
import { gapsOf } from './gaps.server.ts';
import { findings, recommendations } from './tables.ts';

const model = staged('1.1 1.2 2.1 3.1');

/** Level 1 is attained: 1.1 fully and 1.2 largely, both proved; 2.1 says largely without evidence; 3.1 is not answered. */
function assessed() {
	const db = testDatabase();
	const id = anAssessment(db, model, 'repairs', today, {
		answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'L' }, '2.1': { rating: 'L' } }
	});
	evidenceFor(db, id, ['1.1', '1.2']);
	return { db, id, assessment: assessmentSeen(db, cast.manager, id) };
}

test('the gaps are what stops the next award, or the next level, in order and with how severe each is', () => {
	const { db, assessment } = assessed();
	expect(gapsOf(db, assessment, 'award', today)).toMatchObject({
		level: 3,
		award: 'Silver',
		gaps: [
			{ criterion: { number: '1.2' }, why: 'rating too low', counts: 'Largely', needs: 'Fully', severity: 'medium', openAction: null },
			{ criterion: { number: '2.1' }, why: 'rating too low', counts: 'Partially', needs: 'Fully', severity: 'high' },
			{ criterion: { number: '3.1' }, why: 'unanswered', counts: 'Not', needs: 'Largely', severity: 'medium' }
		]
	});
	expect(gapsOf(db, assessment, 'level', today)).toMatchObject({
		level: 2,
		gaps: [
			{ criterion: { number: '1.2' }, severity: 'medium' },
			{ criterion: { number: '2.1' }, why: 'evidence missing', severity: 'low' }
		]
	});
});

test('a gap becomes a finding, an accepted recommendation and a numbered action, each with its audit line', () => {
	const { db, id, assessment } = assessed();
	const chosen = [
		{ ...details, criterion: '1.2', detail: 'Write to each tenant first' },
		{ ...details, criterion: '3.1', title: 'Publish the standards' }
	];
	expect(actOnGaps(db, cast.manager, assessment, 'award', chosen, today)).toEqual({ ok: true, numbers: [1, 2] });
	expect(db.select().from(findings).all()).toMatchObject([
		{
			what: '1.2 Criterion 1.2 counts as Largely and needs Fully: rating too low',
			source: 'assessment',
			sourceId: id,
			criterion: '1.2',
			severity: 'medium',
			serviceId: 'repairs',
			foundBy: 'manager'
		},
		{ criterion: '3.1' }
	]);
	const [first] = db.select().from(findings).all();
	expect(db.select().from(recommendations).all()).toMatchObject([
		{ findingId: first?.id, state: 'accepted', text: 'Text tenants when a repair slot moves\nWrite to each tenant first' },
		{ text: 'Publish the standards' }
	]);
	const [recommendation] = db.select().from(recommendations).all();
	expect(db.select().from(actions).all()).toMatchObject([
		{ number: 1, recommendationId: recommendation?.id, assessmentId: id, criterion: '1.2', status: 'not started', version: 1 },
		{ number: 2, criterion: '3.1' }
	]);
	const lines = db.select().from(auditLines).all();
	expect(lines.filter(({ personId }) => personId === 'manager').map(({ what }) => what)).toEqual([
		'found the gap at 1.2',
		'accepted recommendation',
		'added action 1',
		'found the gap at 3.1',
		'accepted recommendation',
		'added action 2'
	]);
	expect(lines.at(-1)?.change).toMatchObject({ title: { from: null, to: 'Publish the standards' } });
});

test('all are made or none', () => {
	const { db, assessment } = assessed();
	const wrong = { ...details, criterion: '2.1', dueOn: '2026-10-01' };
	expect(actOnGaps(db, cast.manager, assessment, 'award', [{ ...details, criterion: '1.2' }, wrong], today)).toMatchObject({
		ok: false,
		field: '2.1-dueOn'
	});
	expect(
		actOnGaps(
			db,
			cast.manager,
			assessment,
			'award',
			[
				{ ...details, criterion: '1.2' },
				{ ...details, criterion: '1.1' }
			],
			today
		)
	).toMatchObject({ ok: false, code: 'no-gap' });
	expect(db.select().from(findings).all()).toEqual([]);
	expect(db.select().from(actions).all()).toEqual([]);
});

test('a gap with an open action shows it and takes no second one, in the next cycle too; once that is done it may', () => {
	const { db, assessment } = assessed();
	const chosen = [{ ...details, criterion: '1.2' }];
	actOnGaps(db, cast.manager, assessment, 'award', chosen, today);
	const next = anAssessment(db, model, 'repairs', today, { cycle: 'next', answered: { '1.1': { rating: 'F' }, '1.2': { rating: 'P' } } });
	for (const id of [assessment.id, next]) {
		const seen = assessmentSeen(db, cast.manager, id);
		expect(gapsOf(db, seen, 'award', today)?.gaps.find(({ criterion }) => criterion.number === '1.2')?.openAction).toMatchObject({
			number: 1,
			owner: 'Morgan Manager',
			status: 'not started'
		});
		expect(actOnGaps(db, cast.manager, seen, 'award', chosen, today)).toMatchObject({ ok: false, code: 'already-acted' });
	}
	moveAction(db, cast.manager, actionSeen(db, cast.manager, '1'), { status: 'done', completedOn: today, version: 1 }, today);
	expect(actOnGaps(db, cast.manager, assessment, 'award', chosen, today)).toEqual({ ok: true, numbers: [2] });
});

test('the severity of a gap: steps of the scale short, and one worse below the level aimed at', () => {
	const { db } = assessed();
	const id = anAssessment(db, model, 'planning', today, { answered: { '1.1': { rating: 'N' }, '1.2': { rating: 'L' } } });
	const planning = assessmentSeen(db, cast.planner, id);
	// level 1 is not attained, so Bronze at level 1 is ahead: 1.1 needs L, and so does 1.2, which shows no evidence
	expect(gapsOf(db, planning, 'award', today)?.gaps.map(({ criterion, severity }) => [criterion.number, severity])).toEqual([
		['1.1', 'medium'],
		['1.2', 'low']
	]);
});
