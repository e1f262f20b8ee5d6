import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { again, anAction, details } from '../../../../tests/support/actions.ts';
import { anAssessment, evidenceFor } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { can } from '../access/can.ts';
import { people } from '../access/tables.ts';
import { auditLines } from '../audit/tables.ts';
import { addAction } from './adding.server.ts';
import { completionEvidence, evidenceForCompletion, proveCompletion } from './completion-evidence.server.ts';
import { editAction } from './editing.server.ts';
import { actionSeen } from './finding.server.ts';
import { historyOf } from './history.server.ts';
import { moveAction } from './moving.server.ts';
import { addNote, notesOf } from './noting.server.ts';
import { reviewAction } from './reviewing.server.ts';
import { statusOn } from './status.ts';
import { actions } from './tables.ts';

const today = '2026-11-21';
let db: ReturnType<typeof testDatabase>;
beforeEach(() => {
	db = testDatabase();
});
const hidden = expect.objectContaining({ status: 404 });

test('an action is late from the day after it is due, until it is done or dropped', () => {
	const action = { dueOn: '2026-11-21' };
	expect(statusOn({ ...action, status: 'on track' }, '2026-11-21')).toBe('on track');
	expect(statusOn({ ...action, status: 'on track' }, '2026-11-22')).toBe('late');
	expect(statusOn({ ...action, status: 'not started' }, '2026-11-22')).toBe('late');
	expect(statusOn({ ...action, status: 'done' }, '2027-11-22')).toBe('done');
	expect(statusOn({ ...action, status: 'dropped' }, '2027-11-22')).toBe('dropped');
});

describe('who sees an action', () => {
	test.each(['manager', 'lead', 'assessor', 'member', 'chair'] as const)('the %s of its service or of the council', (who) => {
		expect(actionSeen(db, cast[who], String(anAction(db).number))).toMatchObject({ service: 'Housing repairs', owner: 'Morgan Manager' });
	});
	test.each(['planner', 'colleague', 'viewer', 'advisor', 'administrator'] as const)('the %s does not', (who) => {
		const { number } = anAction(db);
		expect(() => actionSeen(db, cast[who], String(number))).toThrow(hidden);
	});
	test('whoever owns it, and may move it but not rewrite it', () => {
		const action = anAction(db, { ownerId: 'colleague' });
		const seen = actionSeen(db, cast.colleague, String(action.number));
		expect(can(cast.colleague, 'progress action', seen.thing)).toBe(true);
		expect(can(cast.colleague, 'manage actions', seen.thing)).toBe(false);
		expect(can(cast.lead, 'progress action', seen.thing)).toBe(false);
	});
	test.each(['0', '2', '01', '1e0', 'x'])('nobody sees %s, which is no action', (number) => {
		anAction(db);
		expect(() => actionSeen(db, cast.lead, number)).toThrow(hidden);
	});
});

describe('adding', () => {
	test('numbers go up by one', () => {
		expect([anAction(db).number, anAction(db, { serviceId: 'planning' }).number]).toEqual([1, 2]);
	});
	test.each([
		[{ dueOn: '2026-10-31' }, 'dueOn'],
		[{ reviewOn: '2026-10-31' }, 'reviewOn'],
		[{ target: '95%' }, 'measure'],
		[{ ownerId: 'nobody' }, 'ownerId']
	])('%o is refused at its field', (wrong, field) => {
		expect(addAction(db, cast.manager, 'repairs', { ...details, ...wrong })).toMatchObject({ ok: false, field });
		expect(db.select().from(actions).all()).toEqual([]);
	});
	test('somebody who can no longer sign in is given nothing new, and keeps what they have', () => {
		const action = anAction(db, { ownerId: 'colleague' });
		db.update(people).set({ deactivatedAt: 1 }).where(eq(people.id, 'colleague')).run();
		expect(addAction(db, cast.manager, 'repairs', { ...details, ownerId: 'colleague' })).toMatchObject({ field: 'ownerId' });
		expect(editAction(db, cast.manager, action, { ...details, ownerId: 'colleague', title: 'New words', version: 1 })).toMatchObject({
			ok: true
		});
	});
});

describe('moving', () => {
	test('dropped needs a reason, done a day that is not in the future', () => {
		const action = anAction(db);
		expect(moveAction(db, cast.manager, action, { status: 'dropped', droppedReason: ' ', version: 1 }, today)).toMatchObject({
			field: 'droppedReason'
		});
		expect(moveAction(db, cast.manager, action, { status: 'done', version: 1 }, today)).toMatchObject({ field: 'completedOn' });
		expect(moveAction(db, cast.manager, action, { status: 'done', completedOn: '2026-11-22', version: 1 }, today)).toMatchObject({
			code: 'future'
		});
		expect(again(db, 1)).toMatchObject({ status: 'not started', version: 1 });
	});
	test('opening it again takes the reason away; the history keeps it', () => {
		const action = anAction(db);
		moveAction(db, cast.manager, action, { status: 'dropped', droppedReason: 'No money', version: 1 }, today);
		expect(again(db, 1)).toMatchObject({ status: 'dropped', droppedReason: 'No money', version: 2 });
		moveAction(db, cast.manager, action, { status: 'on track', version: 2 }, today);
		expect(again(db, 1)).toMatchObject({ status: 'on track', droppedReason: null });
		expect(historyOf(db, action)[0]).toMatchObject({
			by: 'Morgan Manager',
			changes: [
				{ label: 'Status', from: 'dropped', to: 'on track' },
				{ label: 'Why it is dropped', from: 'No money', to: 'nothing' }
			]
		});
	});
	test('done can name the evidence of it; what is out of sight stays out', () => {
		const assessment = anAssessment(db, staged('1.1'), 'repairs', today);
		const ours = evidenceFor(db, assessment, ['1.1']);
		const theirs = evidenceFor(db, assessment, ['1.1'], { serviceId: 'planning', ownerId: 'planner', title: 'Plans' });
		const action = anAction(db);
		expect(evidenceForCompletion(db, cast.manager, action).map(({ id }) => id)).toEqual([ours]);
		moveAction(db, cast.manager, action, { status: 'done', completedOn: today, evidence: [ours, theirs], version: 1 }, today);
		expect(completionEvidence(db, cast.manager, action)).toMatchObject({ pieces: [{ title: 'Survey of tenants' }], outOfSight: 0 });
		expect(completionEvidence(db, cast.planner, action)).toMatchObject({ pieces: [], outOfSight: 1 });
		proveCompletion(db, cast.planner, action, []);
		expect(completionEvidence(db, cast.manager, action).pieces).toHaveLength(1);
		proveCompletion(db, cast.manager, action, []);
		expect(completionEvidence(db, cast.manager, action).pieces).toEqual([]);
		expect(historyOf(db, action)[0]?.changes).toEqual([{ label: 'Evidence of completion', from: 'Survey of tenants', to: 'nothing' }]);
	});
});

test('a stale edit is refused with both texts, the owner by name, and changes nothing', () => {
	const action = anAction(db);
	editAction(db, cast.manager, action, { ...details, title: 'Ring tenants', version: 1 });
	const late = editAction(db, cast.manager, action, { ...details, title: 'Write to tenants', ownerId: 'colleague', version: 1 });
	expect(late).toMatchObject({
		ok: false,
		code: 'stale',
		conflict: {
			by: 'Morgan Manager',
			version: 2,
			fields: [
				{ name: 'title', theirs: 'Ring tenants', mine: 'Write to tenants' },
				{ name: 'ownerId', theirs: 'Morgan Manager', mine: 'Col League' }
			]
		}
	});
	expect(again(db, 1)).toMatchObject({ title: 'Ring tenants', version: 2 });
});

test('saving what stands changes nothing and leaves no line', () => {
	const action = anAction(db);
	const before = db.select().from(auditLines).all().length;
	expect(editAction(db, cast.manager, action, { ...details, version: 1 })).toEqual({ ok: true, version: 1 });
	expect(db.select().from(auditLines).all()).toHaveLength(before);
});

test('notes stand newest first and are in the history', () => {
	const action = anAction(db);
	addNote(db, cast.manager, action, 'Supplier chosen');
	expect(notesOf(db, action)).toMatchObject([{ text: 'Supplier chosen', by: 'Morgan Manager' }]);
	expect(historyOf(db, action)[0]?.changes).toEqual([{ label: 'Note', from: 'nothing', to: 'Supplier chosen' }]);
});

test('a review says whether the measure moved; with a measure it cannot say there was none', () => {
	const action = anAction(db, { measure: 'Missed appointments', baseline: '12%', target: '5%' });
	expect(reviewAction(db, cast.manager, action, { outcome: 'no measure', outcomeText: 'Well', version: 1 }, today)).toMatchObject({
		field: 'outcome'
	});
	reviewAction(db, cast.manager, action, { outcome: 'measure moved', outcomeText: 'Down to 6%', version: 1 }, today);
	expect(again(db, 1)).toMatchObject({
		outcome: 'measure moved',
		outcomeText: 'Down to 6%',
		reviewedBy: 'Morgan Manager',
		reviewedOn: today
	});
});
