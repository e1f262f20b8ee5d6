import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { findings } from '#lib/domain/findings/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { acknowledge, answer, extend } from './answering.server.ts';
import { giveTo, learn, linkToOriginal, withdraw } from './closing.server.ts';
import { complaintFigures, complaintSums, type ComplaintFigure } from './counting.server.ts';
import { escalate, reopen } from './escalating.server.ts';
import { caseSeen } from './finding.server.ts';
import type { CaseTyped } from './forms.ts';
import { forgetOldFeedback } from './forgetting.server.ts';
import { changeFeedbackSettings } from './settings.server.ts';
import { makeFinding } from './learning.server.ts';
import { noteCase } from './noting.server.ts';
import { complaintStages, tellUsCases } from './tables.ts';

const { manager, planner, lead, advisor, colleague } = cast;
const told: CaseTyped = {
	kind: 'complaint',
	receivedOn: '2026-06-01',
	channel: 'phone',
	serviceId: 'repairs',
	reference: '',
	customerName: 'Mrs Winifred Okafor',
	customerContact: '07700 900123',
	words: 'The plumber never came to mend the leaking kitchen tap',
	stage: '',
	same: ''
};
let db: Database;
const note = (change: Partial<CaseTyped> = {}, today = '2026-06-30') => {
	const noted = noteCase(db, advisor, { ...told, ...change }, today);
	if (!noted.ok) throw new Error(noted.text);
	return noted;
};
const rowOf = (id: string) => db.select().from(tellUsCases).where(eq(tellUsCases.id, id)).get()!;
const versionOf = (id: string) => rowOf(id).version;
const given = { outcome: 'upheld', answer: 'We are sorry and will come on Friday', remedy: '£25' } as const;
const answerOn = (id: string, answeredOn: string, by = manager, today = answeredOn) =>
	answer(db, by, id, { ...given, answeredOn, version: versionOf(id) }, today);

beforeEach(() => {
	db = testDatabase();
});

describe('a complaint', () => {
	test('goes through both stages, each with its own clock, and ends answered', () => {
		const { id } = note();
		expect(rowOf(id)).toMatchObject({ number: 1, state: 'open', stage: 'stage 1', dueOn: '2026-06-08' });
		expect(acknowledge(db, manager, id, '2026-06-03', 1, '2026-06-03')).toEqual({ ok: true });
		expect(rowOf(id).dueOn).toBe('2026-06-17');
		expect(answerOn(id, '2026-06-17')).toEqual({ ok: true });
		expect(rowOf(id)).toMatchObject({ state: 'answered', dueOn: null, closedOn: '2026-06-17' });
		const asked = { openedOn: '2026-06-22', why: 'Nobody came on Friday', version: versionOf(id) };
		expect(escalate(db, manager, id, asked, '2026-06-22')).toEqual({ ok: true, stage: 'stage 2' });
		expect(rowOf(id)).toMatchObject({ state: 'open', stage: 'stage 2', dueOn: '2026-06-29', closedOn: null });
		expect(answerOn(id, '2026-06-26')).toMatchObject({ ok: false, code: 'same-person' });
		expect(answerOn(id, '2026-06-26', colleague)).toEqual({ ok: true });
		expect(escalate(db, manager, id, { ...asked, version: versionOf(id) }, '2026-06-30')).toMatchObject({ code: 'last-stage' });
	});

	test('goes to stage 2 only once stage 1 is answered, or late', () => {
		const { id } = note();
		const asked = { openedOn: '2026-06-22', why: 'No answer', version: 1 };
		expect(escalate(db, manager, id, asked, '2026-06-22')).toMatchObject({ code: 'not-answered' });
		expect(escalate(db, manager, id, { ...asked, openedOn: '2026-06-23' }, '2026-06-23')).toMatchObject({ ok: true });
	});

	test('is settled informally, or goes to stage 1 whenever the customer asks', () => {
		const { id } = note({ stage: 'informal' });
		expect(acknowledge(db, manager, id, '2026-06-02', 1, '2026-06-02')).toMatchObject({ code: 'informal' });
		expect(escalate(db, manager, id, { openedOn: '2026-06-02', why: 'Not happy', version: 1 }, '2026-06-02')).toMatchObject({
			stage: 'stage 1'
		});
		expect(rowOf(id).dueOn).toBe('2026-06-09');
	});

	test('is extended once, before it is late, with at most as much again', () => {
		const { id } = note();
		const more = (dueOn: string, today: string) =>
			extend(db, manager, id, { dueOn, reason: 'The surveyor is away', version: versionOf(id) }, today);
		expect(more('2026-06-20', '2026-06-03')).toMatchObject({ code: 'not-acknowledged' });
		acknowledge(db, manager, id, '2026-06-03', 1, '2026-06-03');
		expect(more('2026-06-17', '2026-06-10')).toMatchObject({ code: 'no-later', field: 'dueOn' });
		expect(more('2026-07-02', '2026-06-10')).toMatchObject({ code: 'too-long', field: 'dueOn' });
		expect(more('2026-07-01', '2026-06-18')).toMatchObject({ code: 'late' });
		expect(more('2026-07-01', '2026-06-17')).toEqual({ ok: true });
		expect(more('2026-07-02', '2026-06-18')).toMatchObject({ code: 'extended' });
		expect(rowOf(id).dueOn).toBe('2026-07-01');
	});

	test('an answer is never changed: a stage opened again is another, and the first stays', () => {
		const { id } = note();
		answerOn(id, '2026-06-04');
		expect(answerOn(id, '2026-06-05')).toMatchObject({ code: 'closed' });
		expect(() => db.update(complaintStages).set({ answer: 'Never said' }).run()).toThrow('final record');
		expect(
			reopen(db, manager, id, { openedOn: '2026-06-08', why: 'We had the wrong address', version: versionOf(id) }, '2026-06-08')
		).toMatchObject({ ok: true });
		expect(db.select().from(complaintStages).all()).toMatchObject([
			{ attempt: 1, answeredOn: '2026-06-04', acknowledgedOn: '2026-06-04' },
			{ attempt: 2, answeredOn: null, acknowledgeBy: '2026-06-15' }
		]);
	});

	test('withdrawn, nothing is due any more', () => {
		const { id } = note();
		expect(withdraw(db, manager, id, { withdrawnOn: '2026-06-02', reason: 'Mended since', version: 1 }, '2026-06-02')).toEqual({
			ok: true
		});
		expect(rowOf(id)).toMatchObject({ state: 'withdrawn', dueOn: null });
		expect(answerOn(id, '2026-06-03')).toMatchObject({ code: 'closed' });
	});

	test('a day to come, or before it came in, is refused with the field it belongs to', () => {
		expect(noteCase(db, advisor, { ...told, receivedOn: '2026-07-01' }, '2026-06-30')).toMatchObject({
			code: 'future',
			field: 'receivedOn'
		});
		const { id } = note();
		expect(acknowledge(db, manager, id, '2026-05-31', 1, '2026-06-30')).toMatchObject({ code: 'too-early', field: 'acknowledgedOn' });
		expect(acknowledge(db, manager, id, '2026-07-01', 1, '2026-06-30')).toMatchObject({ code: 'future' });
	});

	test('somebody else saved meanwhile: refused', () => {
		const { id } = note();
		learn(db, manager, id, { cause: 'delay', lesson: 'Ring before coming', changeMade: '', version: 1 });
		expect(acknowledge(db, manager, id, '2026-06-03', 1, '2026-06-03')).toMatchObject({ code: 'stale' });
	});
});

describe('the same complaint twice', () => {
	const again = {
		receivedOn: '2026-06-20',
		words: 'That plumber still has not come: the kitchen tap is leaking',
		customerName: 'Winifred OKAFOR'
	};

	test('is asked about, linked as a duplicate, and counted once', () => {
		note();
		expect(noteCase(db, advisor, { ...told, ...again }, '2026-06-30')).toMatchObject({ code: 'same-complaint', field: 'same' });
		const { id } = note({ ...again, same: '1' });
		expect(rowOf(id)).toMatchObject({ state: 'noted', duplicateOfId: expect.any(String) as string, stage: null });
		expect(sumOf('complaint')).toBe(1);
		note({ ...again, same: 'another' });
		expect(sumOf('complaint')).toBe(2);
	});

	test('another customer, another service, other words or another month is another complaint', () => {
		note();
		note({ customerName: 'Amal Haddad', customerContact: '07700 900456' });
		note({ serviceId: 'planning' });
		note({ words: 'Rude on the telephone when asking about rent arrears' });
		note({ receivedOn: '2026-06-30' });
		expect(sumOf('complaint')).toBe(5);
	});

	test('the same reference is the same one', () => {
		note({ reference: 'TU-77' });
		const twin = { reference: 'TU-77', words: 'Other words altogether', customerName: '' };
		expect(noteCase(db, advisor, { ...told, ...twin }, '2026-06-30')).toMatchObject({ code: 'same-complaint' });
		expect(noteCase(db, advisor, { ...told, ...twin, same: 'another' }, '2026-06-30')).toMatchObject({
			code: 'reference-taken',
			field: 'reference'
		});
		expect(rowOf(note({ ...twin, same: '1' }).id).reference).toBeNull();
	});

	test('seen later, it is linked then', () => {
		note();
		const { id } = note({ ...again, same: 'another' });
		expect(linkToOriginal(db, manager, id, { original: 7, version: 1 })).toMatchObject({ code: 'unknown-case', field: 'original' });
		expect(linkToOriginal(db, manager, id, { original: 1, version: 1 })).toEqual({ ok: true });
		expect(sumOf('complaint')).toBe(1);
		expect(sumOf('stage 1')).toBe(1);
	});
});

describe('who the customer is', () => {
	test('only who handles the case learns; the lead reads it without names, others not at all', () => {
		const { id, number } = note({ words: 'My name is Winifred Okafor and nobody came' });
		expect(caseSeen(db, manager, String(number)).customer).toMatchObject({ name: 'Mrs Winifred Okafor' });
		const read = caseSeen(db, lead, String(number));
		expect([read.customer, read.words]).toEqual([null, 'My name is [name] and nobody came']);
		for (const stranger of [planner, advisor, colleague]) expect(() => caseSeen(db, stranger, String(number))).toThrow();
		giveTo(db, manager, id, { handlerId: colleague.id, version: 1 });
		expect(caseSeen(db, colleague, String(number)).customer).not.toBeNull();
	});

	test('no audit line tells of the customer, or holds what was said', () => {
		const { id } = note();
		answerOn(id, '2026-06-04');
		learn(db, manager, id, { cause: 'delay', lesson: 'Mrs Okafor was right', changeMade: '', version: versionOf(id) });
		const lines = JSON.stringify(db.select().from(auditLines).all());
		for (const secret of ['Okafor', '900123', 'plumber', 'sorry']) expect(lines).not.toContain(secret);
	});
});

test('a lesson becomes a finding, once, with names taken out', () => {
	const { id } = note();
	const make = () => makeFinding(db, manager, id, { what: 'Mrs Okafor was not rung before the visit', severity: 'medium' });
	expect(make()).toMatchObject({ code: 'no-lesson' });
	learn(db, manager, id, { cause: 'delay', lesson: 'Ring before a visit', changeMade: '', version: 1 });
	expect(make()).toMatchObject({ ok: true });
	expect(make()).toMatchObject({ code: 'found' });
	expect(db.select().from(findings).all()).toMatchObject([
		{
			source: 'complaint',
			sourceId: id,
			serviceId: 'repairs',
			cameFrom: 'Complaint 1, stage 1',
			what: '[name] was not rung before the visit',
			whys: ['Delay']
		}
	]);
});

const sumOf = (figure: ComplaintFigure, today = '2026-12-31') =>
	complaintSums(db, figure, { from: '2026-01', to: '2026-12', today }).reduce((sum, row) => sum + row.numerator, 0);

test('what was due is counted in the month it was due, given or not', () => {
	const [inTime, late, withdrawn, escalated, open] = ['Ann', 'Ben', 'Cat', 'Dov', 'Eve'].map(
		(name) => note({ customerName: name, customerContact: '', stage: name === 'Dov' ? 'informal' : 'stage 1' }).id
	) as [string, string, string, string, string];
	answerOn(inTime, '2026-06-05');
	answerOn(late, '2026-06-24');
	withdraw(db, manager, withdrawn, { withdrawnOn: '2026-06-10', reason: 'Settled', version: 1 }, '2026-06-10');
	escalate(db, manager, escalated, { openedOn: '2026-06-03', why: 'Now', version: 1 }, '2026-06-03');
	expect(rowOf(open).state).toBe('open');
	const months = (today: string) => ({ from: '2026-06', to: '2026-06', today });
	const of = (figure: ComplaintFigure, today: string) =>
		complaintSums(db, figure, months(today)).map(({ numerator, denominator }) => [numerator, denominator]);
	expect(of('stage 1 in time', '2026-06-15')).toEqual([[1, 2]]);
	expect(of('stage 1 in time', '2026-06-30')).toEqual([[1, 4]]);
	expect(of('informal in time', '2026-06-30')).toEqual([]);
	expect(of('acknowledged in time', '2026-06-30')).toEqual([[1, 5]]);
	expect(of('upheld', '2026-06-30')).toEqual([[2, 2]]);
	expect(complaintSums(db, 'stage 1', months('2026-06-30'))).toEqual([
		{ period: '2026-06', serviceId: 'repairs', channel: 'phone', numerator: 5, denominator: null }
	]);
});

test('after the time it is kept, what tells of the customer goes, and every figure stays', () => {
	const { id } = note({ reference: 'TU-1' });
	answerOn(id, '2026-06-04');
	learn(db, manager, id, { cause: 'delay', lesson: 'Ring first', changeMade: '', version: versionOf(id) });
	const open = note({ customerName: 'Amal Haddad', customerContact: '' }).id;
	const before = complaintFigures.map((figure) => complaintSums(db, figure, { from: '2026-06', to: '2026-06', today: '2026-06-30' }));
	expect(forgetOldFeedback(db, Date.parse('2028-06-04T09:00:00Z'))).toBe(0);
	expect(forgetOldFeedback(db, Date.parse('2028-06-05T09:00:00Z'))).toBe(1);
	expect(rowOf(id)).toMatchObject({
		customerName: '',
		customerContact: '',
		reference: null,
		lesson: 'Ring first',
		cause: 'delay',
		forgottenOn: '2028-06-05'
	});
	expect(JSON.stringify(db.select().from(complaintStages).all())).not.toContain('sorry');
	expect(rowOf(open).customerName).toBe('Amal Haddad');
	expect(complaintFigures.map((figure) => complaintSums(db, figure, { from: '2026-06', to: '2026-06', today: '2026-06-30' }))).toEqual(
		before
	);
	const settings = { retentionMonths: 1, benchmark: 75, benchmarkSource: 'ours', version: 1 };
	expect(changeFeedbackSettings(db, lead, { ...settings, understood: false })).toMatchObject({
		code: 'not-understood',
		field: 'understood'
	});
	expect(changeFeedbackSettings(db, lead, { ...settings, understood: true })).toEqual({ ok: true });
});
