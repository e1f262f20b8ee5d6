import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { aWave, phoneCard, shopper, shoppingCouncil, visitMade, type Shopping } from '../../../../tests/support/shopping.ts';
import { cast } from '../../../../tests/support/test-database.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import type { Question } from '#lib/domain/scorecards/card.ts';
import { loadScorecard } from '#lib/domain/scorecards/loading.server.ts';
import { formOf } from '#lib/domain/scorecards/forms.server.ts';
import { acceptVisit, leaveOut, sendBack } from './checking-visits.server.ts';
import { addVisit, changeVisit } from './changing-visits.server.ts';
import { declareTie } from './declaring-ties.server.ts';
import { confirmPlan } from './confirming-plan.server.ts';
import { drawnAgain, drawPlan } from './drawing-plan.server.ts';
import { changeProgramme } from './keeping-programmes.server.ts';
import { addWave, closeWave } from './keeping-waves.server.ts';
import { programmesSeen, scenariosListed } from './listing.server.ts';
import { programmes, scenarios, visits, waves } from './tables.ts';
import { beginVisit, noteAttempt, saveVisit, submitVisit } from './visiting.server.ts';

let shopping: Shopping;
beforeEach(() => {
	shopping = shoppingCouncil();
});
const visitsOf = (waveId: string) => shopping.db.select().from(visits).where(eq(visits.waveId, waveId)).all();
const one = (id: string) => shopping.db.select().from(visits).where(eq(visits.id, id)).get()!;

test('a plan is drawn, drawn again the same, and shown to shoppers once it is confirmed', () => {
	const { db } = shopping;
	const wave = aWave(shopping);
	const drawn = visitsOf(wave);
	expect(drawn).toHaveLength(8);
	expect(drawnAgain(db, wave)).toEqual({ same: 8, of: 8 });
	const first = drawn[0]!;
	expect(beginVisit(db, shopper(first.shopperId), first.id)).toMatchObject({ ok: true });
	expect(drawPlan(db, cast.lead, wave, shopping.chosen)).toMatchObject({ ok: false, code: 'confirmed' });
});

test('the lists of waves and scenarios count their own visits', () => {
	const { db } = shopping;
	const wave = aWave(shopping);
	aWave(shopping, { perService: 1 });
	const [first] = visitsOf(wave);
	visitMade(shopping, first?.id ?? '', { A1: 'yes', A2: 'yes', A3: 'Fine' });
	expect(programmesSeen(db, cast.lead).map(({ waves: of }) => of.map(({ visits, checked }) => [visits, checked]))).toEqual([
		[
			[8, 1],
			[2, 0]
		]
	]);
	const bank = scenariosListed(db, { channel: '', text: '', retired: false, sort: 'number' });
	expect(bank.map(({ services }) => services)).toEqual([2, 2]);
	expect(bank.reduce((sum, scenario) => sum + scenario.visits, 0)).toBe(10);
});

test('nobody is given a visit to a service they work in or declared a tie to', () => {
	const { db } = shopping;
	db.insert(teams).values({ id: 'line', serviceId: 'repairs', name: 'Repairs line' }).run();
	db.insert(staff).values({ id: 'sam', teamId: 'line', name: 'Sam Shopper', payrollNumber: '1', personId: 'sam' }).run();
	expect(declareTie(db, shopper('tess'), { serviceId: 'planning', why: 'My sister works there' })).toMatchObject({ ok: true });
	const wave = aWave(shopping);
	const torn = visitsOf(wave).filter(
		({ shopperId, serviceId }) => (shopperId === 'sam' && serviceId === 'repairs') || (shopperId === 'tess' && serviceId === 'planning')
	);
	expect(torn).toEqual([]);
	const { id, version, scenarioId, fromOn, toOn, timeOfDay } = visitsOf(wave).find(({ serviceId }) => serviceId === 'repairs')!;
	const details = { serviceId: 'repairs', scenarioId, shopperId: 'sam', fromOn, toOn, timeOfDay, teamId: '', staffId: '' };
	expect(changeVisit(db, cast.lead, id, { ...details, version })).toMatchObject({
		ok: false,
		field: 'shopperId',
		text: expect.stringContaining('works in Housing repairs')
	});
	expect(addVisit(db, cast.lead, wave, details)).toMatchObject({ ok: false, code: 'conflict' });
	const tied = { ...details, serviceId: 'planning', shopperId: 'tess' };
	expect(addVisit(db, cast.lead, wave, tied)).toMatchObject({ ok: false, text: expect.stringContaining('declared a tie to Planning') });
});

test('a plan that nobody can carry out says who is missing, and nothing is lost', () => {
	const { db } = shopping;
	for (const id of ['sam', 'tess']) declareTie(db, shopper(id), { serviceId: 'repairs', why: 'Tenant' });
	const added = addWave(db, cast.lead, shopping.programme, { name: 'Impossible', startOn: '2026-11-02', endOn: '2026-11-13' });
	if (!added.ok) throw new Error(added.text);
	expect(drawPlan(db, cast.lead, added.id, shopping.chosen)).toMatchObject({
		ok: false,
		text: 'Nobody can visit Housing repairs: Sam Shopper, Tess Shopper all work there or declared a tie'
	});
	expect(visitsOf(added.id)).toEqual([]);
});

test('no plan is confirmed before staff were given notice', () => {
	const { db, programme } = shopping;
	db.update(programmes).set({ noticeGivenOn: null }).run();
	const added = addWave(db, cast.lead, programme, { name: 'Early', startOn: '2026-11-02', endOn: '2026-11-13' });
	if (!added.ok) throw new Error(added.text);
	drawPlan(db, cast.lead, added.id, shopping.chosen);
	expect(confirmPlan(db, cast.lead, added.id)).toMatchObject({ ok: false, code: 'no-notice' });
	const visit = visitsOf(added.id)[0]!;
	expect(beginVisit(db, shopper(visit.shopperId), visit.id)).toMatchObject({ ok: false, code: 'not-confirmed' });
});

test('a visit goes from brief to checked, with a try, a sending back and a second person', () => {
	const { db } = shopping;
	const visit = visitsOf(aWave(shopping))[0]!;
	const who = shopper(visit.shopperId);
	expect(noteAttempt(db, who, visit.id, { at: shopping.noon, note: 'Engaged' })).toMatchObject({ ok: true });
	const begun = beginVisit(db, who, visit.id);
	if (!begun.ok) throw new Error(begun.text);
	const version = () => formOf(db, begun.formId)!.version;
	const timing = { visitedAt: shopping.made(visit), rings: 3, waitSeconds: 20 };
	expect(saveVisit(db, who, visit.id, { ...timing, given: { A1: { value: 'yes' } }, version: version() })).toMatchObject({ ok: true });
	expect(submitVisit(db, who, visit.id)).toMatchObject({ ok: false, text: 'Answer first: Were you told when?' });
	saveVisit(db, who, visit.id, { ...timing, given: { A2: { value: 'no' } }, version: version() });
	expect(submitVisit(db, who, visit.id)).toMatchObject({ ok: true });
	expect(saveVisit(db, who, visit.id, { ...timing, given: { A1: { value: 'no' } }, version: version() })).toMatchObject({
		ok: false,
		code: 'done'
	});
	expect(acceptVisit(db, who, visit.id, one(visit.id).version)).toMatchObject({ ok: false, code: 'not-yours' });
	expect(sendBack(db, cast.assessor, visit.id, { version: one(visit.id).version, mend: 'Say when' })).toMatchObject({ ok: true });
	saveVisit(db, who, visit.id, { ...timing, given: { A2: { value: 'yes' } }, version: version() });
	expect(submitVisit(db, who, visit.id)).toMatchObject({ ok: true });
	expect(acceptVisit(db, cast.assessor, visit.id, one(visit.id).version)).toMatchObject({ ok: true });
	expect(one(visit.id)).toMatchObject({ state: 'checked', checkedBy: 'assessor', rings: 3 });
	expect(formOf(db, begun.formId)?.completedAt).not.toBeNull();
});

test('what the shopper counted answers the questions that ask for it, unless they answered themselves', () => {
	const { db } = shopping;
	const [section] = phoneCard.sections;
	const asked: Question[] = [
		{ id: 'R1', text: 'Rings', weight: 1, type: 'number', scored: 'access', unit: 'rings', timer: 'rings', bands: [{ worth: 1 }] },
		{
			id: 'R2',
			text: 'Minutes waited',
			weight: 1,
			type: 'number',
			scored: 'access',
			unit: 'minutes',
			timer: 'waiting',
			bands: [{ worth: 1 }]
		}
	];
	const timed = { ...phoneCard, version: '1.1', sections: [{ ...section!, questions: [...asked, ...section!.questions] }] };
	const loaded = loadScorecard(db, cast.lead, timed);
	const visit = visitsOf(aWave(shopping))[0]!;
	db.update(scenarios)
		.set({ scorecardVersionId: loaded.ok ? loaded.id : '' })
		.run();
	const who = shopper(visit.shopperId);
	const begun = beginVisit(db, who, visit.id);
	if (!begun.ok) throw new Error(begun.text);
	const version = () => formOf(db, begun.formId)!.version;
	const timing = { visitedAt: shopping.made(visit), rings: 3, waitSeconds: 100 };
	saveVisit(db, who, visit.id, { ...timing, given: { R1: { value: null } }, version: version() });
	expect(formOf(db, begun.formId)?.answers).toMatchObject({ R1: { value: '3' }, R2: { value: '2' } });
	saveVisit(db, who, visit.id, { ...timing, rings: 9, given: { R1: { value: '5' } }, version: version() });
	expect(formOf(db, begun.formId)?.answers).toMatchObject({ R1: { value: '5' }, R2: { value: '2' } });
});

test('an assessor who is the shopper does not check their own visit', () => {
	const { db } = shopping;
	const visit = visitsOf(aWave(shopping))[0]!;
	visitMade(shopping, visit.id, { A1: 'yes', A2: 'yes' }, { accept: false });
	const both = { ...cast.assessor, id: visit.shopperId! };
	expect(acceptVisit(db, both, visit.id, one(visit.id).version)).toMatchObject({ ok: false, code: 'not-yours' });
});

test('a closed wave takes nothing more, and what was not made is left out', () => {
	const { db } = shopping;
	const wave = aWave(shopping);
	const [made, notMade] = visitsOf(wave) as [typeof visits.$inferSelect, typeof visits.$inferSelect];
	visitMade(shopping, made.id, { A1: 'yes', A2: 'yes' });
	const version = db.select().from(waves).where(eq(waves.id, wave)).get()!.version;
	expect(closeWave(db, cast.lead, wave, { version, confirmed: false })).toMatchObject({ ok: false, code: 'not-made' });
	expect(closeWave(db, cast.lead, wave, { version, confirmed: true })).toEqual({ ok: true, leftOut: 7 });
	expect(beginVisit(db, shopper(notMade.shopperId), notMade.id)).toMatchObject({ ok: false, code: 'closed' });
	expect(leaveOut(db, cast.assessor, made.id, { version: one(made.id).version, reason: 'x' })).toMatchObject({ ok: false, code: 'closed' });
});

test('dates the wrong way round, and a promise made looser after visits, are refused at their field', () => {
	const { db, programme } = shopping;
	expect(addWave(db, cast.lead, programme, { name: 'x', startOn: '2026-11-13', endOn: '2026-11-02' })).toMatchObject({
		ok: false,
		field: 'endOn'
	});
	const visit = visitsOf(aWave(shopping))[0]!;
	beginVisit(db, shopper(visit.shopperId), visit.id);
	const row = db.select().from(programmes).where(eq(programmes.id, programme)).get()!;
	const same = { ...row, noticeGivenOn: row.noticeGivenOn ?? '' };
	expect(changeProgramme(db, cast.lead, programme, { ...same, level: 'individual' })).toMatchObject({ ok: false, field: 'level' });
	expect(changeProgramme(db, cast.lead, programme, { ...same, level: 'council' })).toMatchObject({ ok: true });
});

test('a visit names no team or member of staff below the level promised', () => {
	const { db } = shopping;
	db.insert(teams).values({ id: 'line', serviceId: 'repairs', name: 'Repairs line' }).run();
	const wave = aWave(shopping);
	const { scenarioId, fromOn, toOn, timeOfDay } = visitsOf(wave)[0]!;
	const details = { serviceId: 'repairs', scenarioId, shopperId: 'sam', fromOn, toOn, timeOfDay, teamId: 'line', staffId: '' };
	expect(addVisit(db, cast.lead, wave, details)).toMatchObject({
		ok: false,
		field: 'teamId',
		text: expect.stringContaining('Staff were promised')
	});
});
