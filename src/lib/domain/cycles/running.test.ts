import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishedFramework } from '../../../../tests/support/assessments.ts';
import { staged } from '../../../../tests/support/frameworks.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { confirm } from '#lib/domain/assessments/confirming.server.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { handOver } from '#lib/domain/assessments/handing-over.server.ts';
import { answers, assessments } from '#lib/domain/assessments/tables.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { attachEvidence } from '#lib/domain/evidence/attaching.server.ts';
import { criteriaHandedOver } from '#lib/domain/home/criteria-handed-over.server.ts';
import { cyclesToSeeTo, runningCycles } from '#lib/domain/home/cycles-to-see-to.server.ts';
import { assessmentsToAnswer } from '#lib/domain/home/assessments-to-answer.server.ts';
import { moderationQueue } from '#lib/domain/moderation/moderation-queue.server.ts';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import type { Database } from '#lib/server/database.ts';
import { closeCycle, openCycle } from './closing.server.ts';
import { changeDetails } from './details.server.ts';
import { cycleSeen } from './finding.server.ts';
import { joinCycle } from './joining.server.ts';
import { servicesOutside } from './launch-choices.server.ts';
import { launch } from './launching.server.ts';

const today = '2026-11-21';
const { lead, manager } = cast;
let db: Database;
let id: string;
let frameworkVersionId: string;
const asked = { name: '2026/27', startsOn: '2026-04-01', dueOn: '2027-03-31', carriesOver: false };

beforeEach(() => {
	db = testDatabase();
	frameworkVersionId = publishedFramework(db, staged('1.1 1.2'));
	const outcome = launch(db, lead, { ...asked, frameworkVersionId, services: ['repairs', 'planning'] }, today);
	if (!outcome.ok) throw new Error(outcome.text);
	id = outcome.id;
});

const version = () => cycleSeen(db, id).version;
const of = (serviceId: string) => db.select().from(assessments).where(eq(assessments.serviceId, serviceId)).get()!;
const lastLine = () => db.select().from(auditLines).orderBy(desc(auditLines.number)).limit(1).get();
const setStatus = (serviceId: string, status: 'submitted' | 'agreed') =>
	db.update(assessments).set({ status, submittedOn: today, submittedBy: 'planner' }).where(eq(assessments.serviceId, serviceId)).run();
const close = (more = {}) =>
	closeCycle(db, lead, { cycleId: id, version: version(), confirmed: true, reason: 'The year is over', ...more });

describe('joining', () => {
	test('offers the open services that are not in the cycle, and gives them an assessment', () => {
		expect(servicesOutside(db, id)).toEqual({
			count: 2,
			groups: [
				{
					name: 'Customers and resources',
					services: [
						{ id: 'contact-centre', name: 'Contact centre' },
						{ id: 'corporate', name: 'Corporate' }
					]
				}
			]
		});
		expect(joinCycle(db, lead, { cycleId: id, services: ['contact-centre', 'repairs'] }, today)).toMatchObject({ ok: true, count: 1 });
		expect(of('contact-centre')).toMatchObject({ cycleId: id, dueOn: '2027-03-31', status: 'draft' });
		expect(lastLine()?.what).toBe('added services to cycle 2026/27');
		expect(servicesOutside(db, id).count).toBe(1);
	});

	test('needs a service, and a cycle that is open', () => {
		expect(joinCycle(db, lead, { cycleId: id, services: [] }, today)).toMatchObject({ code: 'no-services', field: 'services[]' });
		close();
		expect(joinCycle(db, lead, { cycleId: id, services: ['corporate'] }, today)).toMatchObject({ code: 'cycle-closed' });
	});
});

describe('the name and the due date', () => {
	const change = (more: { name?: string; dueOn?: string; version?: number }) =>
		changeDetails(db, lead, { cycleId: id, name: '2026/27', dueOn: '2027-03-31', version: version(), ...more });

	test('change with an audit line, and what is still with its service follows', () => {
		setStatus('planning', 'submitted');
		expect(change({ name: '2026/27 baseline', dueOn: '2027-04-30' }).ok).toBe(true);
		expect(cycleSeen(db, id)).toMatchObject({ name: '2026/27 baseline', dueOn: '2027-04-30', version: 2 });
		expect([of('repairs').dueOn, of('planning').dueOn]).toEqual(['2027-04-30', '2027-03-31']);
		expect(lastLine()).toMatchObject({
			what: 'changed cycle 2026/27',
			change: { name: { from: '2026/27', to: '2026/27 baseline' }, dueOn: { from: '2027-03-31', to: '2027-04-30' } }
		});
	});

	test('saved from an old page are refused with both texts', () => {
		change({ name: 'Theirs' });
		expect(change({ name: 'Mine', version: 1 })).toMatchObject({
			code: 'stale',
			conflict: { by: 'Lena Lead', version: 2, fields: [{ name: 'name', theirs: 'Theirs', mine: 'Mine' }] }
		});
	});

	test('are refused before the start, under a name that is taken, and in a closed cycle', () => {
		launch(db, lead, { ...asked, name: 'Other', frameworkVersionId, services: ['repairs'] }, today);
		expect(change({ dueOn: '2026-03-31' })).toMatchObject({ code: 'dates', field: 'dueOn' });
		expect(change({ name: 'Other' })).toMatchObject({ code: 'name-taken', field: 'name' });
		close();
		expect(change({ name: 'Later' })).toMatchObject({ code: 'cycle-closed' });
	});
});

describe('closing', () => {
	test('while something is not agreed has to be confirmed, with a reason', () => {
		expect(close({ confirmed: false })).toMatchObject({ code: 'not-agreed', field: 'confirmed' });
		expect(close({ reason: '' })).toMatchObject({ code: 'no-reason', field: 'reason' });
		expect(close({ version: 7 })).toMatchObject({ code: 'stale' });
		expect(close().ok).toBe(true);
		expect(cycleSeen(db, id)).toMatchObject({ closedReason: 'The year is over' });
		expect(lastLine()?.what).toBe('closed cycle 2026/27 with 2 not agreed: The year is over');
	});

	test('asks nothing more where everything is agreed', () => {
		setStatus('repairs', 'agreed');
		setStatus('planning', 'agreed');
		expect(close({ confirmed: false, reason: '' }).ok).toBe(true);
	});

	test('stops everything but the board’s word, and can be undone', () => {
		const repairs = of('repairs').id;
		db.update(answers).set({ rating: 'F', toConfirm: true }).where(eq(answers.assessmentId, repairs)).run();
		handOver(db, manager, { assessmentId: repairs, criterion: '1.1', personId: 'colleague', note: '' });
		setStatus('planning', 'agreed');
		close();
		const typed = { criterion: '1.1', rating: 'L', comment: '', version: 1 };
		const tries = () => [
			answer(db, manager, assessmentSeen(db, manager, repairs), typed, today),
			confirm(db, manager, repairs, [{ criterion: '1.2', version: 1 }], today),
			submit(db, manager, { id: repairs, version: 1 }, today),
			handOver(db, manager, { assessmentId: repairs, criterion: '1.2', personId: 'colleague', note: '' })
		];
		for (const outcome of tries()) expect(outcome).toMatchObject({ ok: false, code: 'cycle-closed' });
		expect(attachEvidence(db, manager, { assessmentId: repairs, criterion: '1.1' }, ['x'], today)).toMatchObject({ code: 'frozen' });
		expect(override(db, cast.chair, { id: of('planning').id, version: 1, level: 1, reason: 'So' })).toMatchObject({ code: 'no-snapshot' });
		expect(launch(db, lead, { ...asked, frameworkVersionId, services: ['corporate'] }, today)).toMatchObject({ code: 'cycle-closed' });

		expect(openCycle(db, lead, { cycleId: id, version: version() }).ok).toBe(true);
		expect(cycleSeen(db, id)).toMatchObject({ closedAt: null, closedReason: '' });
		expect(tries()[0]).toMatchObject({ ok: true });
	});

	test('takes it off the lists of what waits for somebody', () => {
		handOver(db, manager, { assessmentId: of('repairs').id, criterion: '1.1', personId: 'colleague', note: '' });
		setStatus('planning', 'submitted');
		const waiting = () => [
			assessmentsToAnswer(db, manager, today).length,
			criteriaHandedOver(db, cast.colleague, today).length,
			moderationQueue(db, cast.assessor, 'submitted').rows.length,
			runningCycles(db, lead).length
		];
		expect(waiting()).toEqual([1, 1, 1, 1]);
		close();
		expect(waiting()).toEqual([0, 0, 0, 0]);
		expect(cyclesToSeeTo(db, lead, today)).toMatchObject([{ title: 'Launch a cycle' }]);
	});
});

test('closing and opening leave a line each', () => {
	close();
	openCycle(db, lead, { cycleId: id, version: version() });
	const lines = db
		.select({ what: auditLines.what })
		.from(auditLines)
		.where(and(eq(auditLines.thing, 'cycle'), eq(auditLines.thingId, id)))
		.all();
	expect(lines.map(({ what }) => what)).toEqual([
		'launched cycle 2026/27',
		'closed cycle 2026/27 with 2 not agreed: The year is over',
		'opened cycle 2026/27 again'
	]);
});
