import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { again, details } from '../../../../tests/support/actions.ts';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { staged, today } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { answer } from '../assessments/answering.server.ts';
import { assessmentSeen } from '../assessments/finding.server.ts';
import { answers, assessments } from '../assessments/tables.ts';
import { actOnGaps } from '../findings/acting-on-gaps.server.ts';
import { moveAction } from './moving.server.ts';
import { proposalFor, proposalSeen } from './proposals.server.ts';

const model = staged('1.1 2.1');

/** Last cycle agreed 2.1 as partly achieved; its action is done; this cycle's assessment is open. */
function afterAction(rating = 'P') {
	const db = testDatabase();
	const last = anAssessment(db, model, 'repairs', today, {
		status: 'agreed',
		submittedOn: '2026-04-01',
		agreedOn: '2026-04-20',
		answered: { '1.1': { rating: 'F' }, '2.1': { rating } }
	});
	evidenceFor(db, last, ['1.1', '2.1']);
	const acted = actOnGaps(db, cast.manager, assessmentSeen(db, cast.manager, last), 'level', [{ ...details, criterion: '2.1' }], today);
	expect(acted).toEqual({ ok: true, numbers: [1] });
	const id = anAssessment(db, model, 'repairs', today, { cycle: 'next' });
	const open = assessmentSeen(db, cast.manager, id);
	const finish = () => moveAction(db, cast.manager, again(db, 1), { status: 'done', completedOn: today, version: 1 }, today);
	return { db, open, finish };
}

test('a done action proposes the next rating up from the one that made the gap, and answers nothing', () => {
	const { db, open, finish } = afterAction();
	expect(proposalFor(db, open, '2.1')).toBeNull();
	finish();
	const before = db.select().from(answers).all();
	expect(proposalFor(db, open, '2.1')).toMatchObject({
		number: 1,
		title: 'Text tenants when a repair slot moves',
		completedOn: today,
		from: { id: 'P' },
		proposes: { id: 'L', name: 'Largely achieved' }
	});
	expect(proposalFor(db, open, '1.1')).toBeNull();
	expect(proposalSeen(db, cast.manager, open, '2.1')?.number).toBe(1);
	// somebody who was handed the criterion, and may not see the action
	expect(proposalSeen(db, cast.colleague, open, '2.1')).toBeNull();
	expect(db.select().from(answers).all()).toEqual(before);
});

test('it starts from the answer there is; given after the completion, that answer stands', () => {
	const { db, open, finish } = afterAction();
	finish();
	const set = (rating: string, at: string, toConfirm = false) =>
		db
			.update(answers)
			.set({ rating, answeredAt: Date.parse(at), toConfirm })
			.where(eq(answers.assessmentId, open.id))
			.run();
	set('L', '2026-11-01');
	expect(proposalFor(db, open, '2.1')?.proposes.id).toBe('F');
	set('F', '2026-11-01');
	expect(proposalFor(db, open, '2.1')).toBeNull();
	set('N', '2026-11-22');
	expect(proposalFor(db, open, '2.1')).toBeNull();
	set('L', '2026-11-22', true);
	expect(proposalFor(db, open, '2.1')?.proposes.id).toBe('L');
	set('not applicable', '2026-11-01');
	expect(proposalFor(db, open, '2.1')).toBeNull();
});

test('it is for open assessments of the same service, until one submitted since is agreed', () => {
	const { db, open, finish } = afterAction();
	finish();
	const planning = anAssessment(db, model, 'planning', today, { cycle: 'next' });
	expect(proposalFor(db, assessmentSeen(db, cast.planner, planning), '2.1')).toBeNull();
	answer(db, cast.manager, open, { criterion: '2.1', rating: null, comment: '', version: 1 }, today);
	db.update(assessments).set({ status: 'submitted' }).where(eq(assessments.id, open.id)).run();
	expect(proposalFor(db, assessmentSeen(db, cast.manager, open.id), '2.1')).toBeNull();
	db.update(assessments).set({ status: 'agreed', submittedOn: today }).where(eq(assessments.id, open.id)).run();
	const third = anAssessment(db, model, 'repairs', today, { cycle: 'third' });
	expect(proposalFor(db, assessmentSeen(db, cast.manager, third), '2.1')).toBeNull();
});
