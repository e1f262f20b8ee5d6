import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { calibrationReport } from '#lib/reports/calibration/calibration-report.server.ts';
import { writeCsv } from '#lib/exchange/writing-csv.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { aSession, assessors, callCard, scores } from '../../../../tests/support/calibration.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { cardOf, completeForms } from './answers.server.ts';
import { assessorsOf, assessorsToInvite, chooseKey, inviteAssessors, removeAssessor } from './assessors.server.ts';
import { calibrationFiltersIn } from './filters.ts';
import { calibrationRevealed, calibrationSeen, calibrationToRun, interactionOf, mayStart } from './finding.server.ts';
import { addInteraction, removeInteraction } from './interactions.server.ts';
import { calibrationsListed } from './listing.server.ts';
import { saveNote } from './noting.server.ts';
import { closeCalibration, reveal } from './revealing.server.ts';
import { sessionRatingsTable } from './session-export.ts';
import { fallOf, sessionResult } from './session-result.ts';
import { shown } from '../statistics/rounding.ts';
import { startCalibration } from './starting.server.ts';

const [amara, bryn, cerys, dev] = assessors;
let db: Database;
let session: ReturnType<typeof aSession>;

beforeEach(() => {
	db = testDatabase();
	session = aSession(db, cast.assessor);
});

const best = { A1: 'yes', A2: 'well', A3: '2' };
const status = (code: number) => expect.objectContaining({ status: code });

/** Amara, Bryn and Cerys score both interactions, Dev, the expert, too. */
function everybodyScores() {
	chooseKey(db, cast.assessor, session(), dev.id);
	for (const [person, first, second] of [
		[amara, best, best],
		[bryn, best, { ...best, A2: 'partly' }],
		[cerys, { ...best, A1: 'no' }, { ...best, A2: 'not applicable', A3: '5' }],
		[dev, best, { ...best, A2: 'partly' }]
	] as const) {
		expect(scores(db, person, 1, 1, first)).toEqual({ ok: true, complete: true });
		expect(scores(db, person, 1, 2, second)).toEqual({ ok: true, complete: true });
	}
}
const resultFor = (person: Person, runs: boolean) => sessionResult(callCard, completeForms(db, session().id), { id: person.id, runs });

describe('a session', () => {
	test('needs a published scorecard and a day to come', () => {
		const typed = { title: 'T', scorecard: 'none', dueOn: '' };
		expect(startCalibration(db, cast.assessor, typed, '2026-11-22')).toMatchObject({ ok: false, field: 'scorecard' });
		expect(startCalibration(db, cast.assessor, { ...typed, scorecard: 'calls-1', dueOn: '2026-11-21' }, '2026-11-22')).toMatchObject({
			field: 'dueOn'
		});
	});
	test('is seen by whoever runs it, takes part or leads the programme; to others it does not exist', () => {
		for (const person of [cast.assessor, amara, cast.lead]) expect(calibrationSeen(db, person, '1').title).toBe('Missed bins');
		for (const person of [cast.manager, cast.administrator, cast.viewer, cast.advisor, cast.chair, { ...amara, id: 'another' }])
			expect(() => calibrationSeen(db, person, '1')).toThrow(status(404));
		expect(() => calibrationToRun(db, amara, '1')).toThrow(status(403));
		expect(() => calibrationToRun(db, cast.lead, '1')).toThrow(status(403));
		expect([cast.assessor, cast.lead, cast.manager, cast.advisor].map(mayStart)).toEqual([true, true, false, false]);
	});
	test('is run also by an assessor of one service only', () => {
		const local: Person = { ...amara, grants: [{ role: 'quality assessor', serviceId: 'repairs', teamId: null }] };
		expect(mayStart(local)).toBe(true);
		expect(startCalibration(db, local, { title: 'Mine', scorecard: 'calls-1', dueOn: '' }, '2026-11-22')).toEqual({ ok: true, number: 2 });
		expect(calibrationToRun(db, local, '2').title).toBe('Mine');
	});
	test('has no results before the reveal, for anybody', () => {
		for (const person of [cast.assessor, amara, cast.lead]) expect(() => calibrationRevealed(db, person, '1')).toThrow(status(404));
	});
	test('stands in the list of those who see it, with what they have still to score', () => {
		const list = (person: Person, query = '') =>
			calibrationsListed(db, person, calibrationFiltersIn(new URLSearchParams(query)), {}).rows.map(({ number, mine, assessors: n }) => [
				number,
				mine,
				n
			]);
		scores(db, amara, 1, 1, best);
		expect([list(amara), list(bryn), list(cast.assessor), list(cast.manager)]).toEqual([[[1, 1, 4]], [[1, 2, 4]], [[1, 0, 4]], []]);
		expect([list(amara, 'part=run'), list(amara, 'part=score'), list(amara, 'state=closed')]).toEqual([[], [[1, 1, 4]], []]);
	});
});

describe('before the reveal', () => {
	test('an interaction and an assessor can be taken out until somebody has begun; a reference is there once', () => {
		expect(addInteraction(db, cast.assessor, session(), { reference: 'ph-001', about: '', recording: '' })).toMatchObject({
			code: 'twice'
		});
		scores(db, amara, 1, 1, { A1: 'yes' }, 'save');
		expect(removeInteraction(db, cast.assessor, session(), interactionOf(db, session(), '1'))).toMatchObject({ code: 'begun' });
		expect(removeAssessor(db, cast.assessor, session(), amara.id)).toMatchObject({ code: 'begun' });
		expect(removeInteraction(db, cast.assessor, session(), interactionOf(db, session(), '2'))).toEqual({ ok: true });
		expect(removeAssessor(db, cast.assessor, session(), bryn.id)).toEqual({ ok: true });
		expect(assessorsOf(db, session().id).map(({ name, begun, completed }) => [name, begun, completed])).toEqual([
			['Amara One', 1, 0],
			['Cerys Three', 0, 0],
			['Dev Four', 0, 0]
		]);
	});
	test('only assessors and team leaders are invited', () => {
		expect(assessorsToInvite(db, session()).map(({ name }) => name)).toEqual(['Ada Assessor']);
		expect(inviteAssessors(db, cast.assessor, session(), [cast.viewer.id])).toMatchObject({ code: 'no-assessor' });
	});
	test('a form that is not complete is kept, and every open question named', () => {
		expect(scores(db, amara, 1, 1, { A1: 'yes' })).toMatchObject({ ok: false, text: expect.stringMatching(/A2.*A3/) });
		expect(scores(db, amara, 1, 1, { A2: 'well', A3: '1' })).toEqual({ ok: true, complete: true });
		expect(scores(db, amara, 1, 1, { A1: 'no' })).toMatchObject({ ok: false });
	});
	test('the trail never says what was answered', () => {
		scores(db, amara, 1, 1, { ...best, A2: 'partly' });
		expect(JSON.stringify(db.select().from(auditLines).all())).not.toContain('partly');
	});
	test('the answers are shown only when two assessors beside the expert have completed something', () => {
		chooseKey(db, cast.assessor, session(), dev.id);
		scores(db, amara, 1, 1, best);
		scores(db, dev, 1, 1, best);
		expect(reveal(db, cast.assessor, session())).toMatchObject({ code: 'too-few' });
		scores(db, bryn, 1, 1, best);
		expect(reveal(db, cast.assessor, session())).toEqual({ ok: true });
	});
});

describe('after the reveal', () => {
	beforeEach(() => {
		everybodyScores();
		reveal(db, cast.assessor, session());
	});
	test('nothing is scored, invited or chosen any more', () => {
		expect(scores(db, amara, 1, 1, best)).toMatchObject({ code: 'state' });
		expect(chooseKey(db, cast.assessor, session(), amara.id)).toMatchObject({ code: 'state' });
		expect(inviteAssessors(db, cast.assessor, session(), [cast.assessor.id])).toMatchObject({ code: 'state' });
		expect(reveal(db, cast.assessor, session())).toMatchObject({ code: 'state' });
	});
	test('agreement, worked by hand: A1 agrees on 1 of 3 and 3 of 3 pairs, A2 on 3 of 3 and none, A3 on 3 of 3 and 1 of 3', () => {
		const { compared } = resultFor(cast.assessor, true);
		expect(compared.raters).toHaveLength(3);
		expect(compared.questions.map(({ id, agreement }) => [id, agreement.percentage.value?.toFixed(4)])).toEqual([
			['A1', '0.6667'],
			['A2', '0.5000'],
			['A3', '0.6667']
		]);
		expect(compared.overall.percentage.value).toBeCloseTo((1 / 3 + 1 + 1 + 0 + 1 + 1 / 3) / 6, 12);
	});
	test('the expert is compared with, not counted: 5, 6 and 3 of 6 answers are theirs', () => {
		const { withKey, withKeyByQuestion, people } = resultFor(cast.assessor, true);
		expect(people.map(({ name, withKey: own }) => [name, own])).toEqual([
			['Amara One', { same: 5, of: 6 }],
			['Bryn Two', { same: 6, of: 6 }],
			['Cerys Three', { same: 3, of: 6 }]
		]);
		expect(withKey).toEqual({ same: 14, of: 18 });
		expect(withKeyByQuestion?.get('A1')).toEqual({ same: 5, of: 6 });
	});
	test('leniency, worked by hand, for whoever runs it and for each assessor about themselves', () => {
		// quality: Amara 100, 100; Bryn 100, 66.67; Cerys 66.67, 100 (A2 left out)
		const points = (person: Person, runs: boolean) =>
			resultFor(person, runs).people.map(({ name, leniency }) => [name, leniency && shown(leniency.difference ?? 0, 2)]);
		expect(points(cast.assessor, true)).toEqual([
			['Amara One', '16.67'],
			['Bryn Two', '-8.33'],
			['Cerys Three', '-8.33']
		]);
		expect(points(amara, false)).toEqual([['Amara One', '16.67']]);
		expect(points(cast.lead, false)).toEqual([]);
	});
	test('how answers fall is shown to all, who gave which only to whoever runs it', () => {
		const [a1] = callCard.sections[0]!.questions;
		const falls = (person: Person, runs: boolean) => fallOf(a1!, completeForms(db, session().id), { id: person.id, runs });
		expect(falls(cast.assessor, true)[0]).toMatchObject({
			answers: [
				{ text: 'Yes', count: 2, by: ['Amara One', 'Bryn Two'] },
				{ text: 'No', count: 1, by: ['Cerys Three'] }
			],
			key: 'Yes',
			own: null
		});
		expect(falls(cerys, false)[0]).toMatchObject({ answers: [{ by: [] }, { by: [] }], key: 'Yes', own: 'No' });
	});
	test('the report names nobody but the reader, except to whoever runs the session', () => {
		const text = (person: Person) => JSON.stringify(calibrationReport(db, person, session()));
		for (const { name } of [amara, bryn, cerys]) expect(text(cast.assessor)).toContain(name);
		for (const reader of [amara, bryn, cast.lead])
			for (const { id, name } of assessors.filter((one) => one.id !== reader.id))
				expect([reader.id, id, text(reader).includes(name)]).toEqual([reader.id, id, false]);
		expect(text(amara)).toContain('Amara One');
	});
	test('the ratings go out named for whoever runs it, numbered for others', () => {
		const csv = (isNamed: boolean) =>
			[...writeCsv(sessionRatingsTable(cardOf(db, session()), completeForms(db, session().id), session(), isNamed))].join('');
		expect(csv(true)).toContain('Interaction 2,Cerys Three,A2,not applicable');
		expect(csv(false)).not.toContain('Cerys');
		expect(csv(false)).toContain('Assessor 3');
		expect(csv(true)).not.toContain('Dev Four');
	});
	test('notes are kept until the session is closed, and a stale one shows both texts', () => {
		const note = (text: string, version: number) => saveNote(db, cast.assessor, session(), 'A1', { note: text, version });
		expect(note('Count the service’s name anywhere in the greeting.', 0)).toEqual({ ok: true });
		expect(note('Other', 0)).toMatchObject({ code: 'stale', conflict: { fields: [{ mine: 'Other' }] } });
		expect(note('Only in the first sentence.', 1)).toEqual({ ok: true });
		expect(JSON.stringify(calibrationReport(db, amara, session()))).toContain('Only in the first sentence.');
		expect(closeCalibration(db, cast.assessor, session())).toEqual({ ok: true });
		expect(note('Later', 2)).toMatchObject({ code: 'state' });
		expect(closeCalibration(db, cast.assessor, session())).toMatchObject({ code: 'state' });
	});
});
