import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines } from '#lib/domain/audit/tables.ts';
import { oneToOnesDue } from '#lib/domain/one-to-ones/due-listing.server.ts';
import { moveStaff } from '#lib/domain/organisation/staff-changing.server.ts';
import { staff, teams } from '#lib/domain/organisation/tables.ts';
import { addVisit } from '#lib/domain/mystery-shopping/changing-visits.server.ts';
import { declareTie } from '#lib/domain/mystery-shopping/declaring-ties.server.ts';
import { noteAgencyVisit } from '#lib/domain/mystery-shopping/noting-agency-visit.server.ts';
import { ownVisit } from '#lib/domain/mystery-shopping/own-visit.server.ts';
import { visits, waves } from '#lib/domain/mystery-shopping/tables.ts';
import { beginVisit, saveVisit, submitVisit } from '#lib/domain/mystery-shopping/visiting.server.ts';
import { sheetsOf } from '#lib/domain/paf-sheets/sheet-reading.server.ts';
import { staffSeen } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { summaryOf } from '#lib/domain/paf-summaries/summary-reading.server.ts';
import { assessmentByNumber } from '#lib/domain/paf/finding.server.ts';
import { logInteraction } from '#lib/domain/paf/interactions.server.ts';
import { monthRun, openMonth } from '#lib/domain/paf/months.server.ts';
import { compareSums } from '#lib/domain/paf/rebuilding-sums.server.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { drawSamples } from '#lib/domain/paf/sampling.server.ts';
import { saveScore } from '#lib/domain/paf/scoring.server.ts';
import { interactions, pafAssessments } from '#lib/domain/paf/tables.ts';
import { formAnswers, scoredForms, scorecardVersions } from '#lib/domain/scorecards/tables.ts';
import { applyList } from '#lib/exchange/interactions/applying.server.ts';
import { checkList } from '#lib/exchange/interactions/checking.server.ts';
import { startList } from '#lib/exchange/interactions/starting-list.server.ts';
import { listOfWorkbook } from '#lib/exchange/interactions/workbook-list.ts';
import { keepCheck } from '#lib/exchange/keeping-checks.server.ts';
import { whyNoTable } from '#lib/reports/mystery-shopping/wave-report.server.ts';
import { summaryReport } from '#lib/reports/paf/summary-report.server.ts';
import { at } from '#lib/server/clock.ts';
import type { Database } from '#lib/server/database.ts';
import { aSession, assessors, scores } from '../support/calibration.ts';
import { pafCast, withAdvisors } from '../support/paf-cast.ts';
import { allMet, publishedSmallCard } from '../support/paf-scorecard.ts';
import { aWave, shopper, shoppingCouncil, visitMade } from '../support/shopping.ts';
import { cast, testDatabase } from '../support/test-database.ts';

/* What scored contacts make of bad input where it crosses areas; what one area refuses by itself is tested beside it. */

const today = '2026-11-22';
const november = (day: number) => Date.UTC(2026, 10, day, 10);
let db: Database;

const formsAndAnswers = () => [db.select().from(scoredForms).all().length, db.select().from(formAnswers).all().length];

/** November of housing repairs, open, with these contacts of each advisor by telephone; gives its id. */
function monthWith(contacts: Record<string, number[]>, quota = 3): string {
	db = withAdvisors(testDatabase());
	publishedSmallCard(db);
	const opened = openMonth(db, cast.manager, { serviceId: 'repairs', month: '2026-11', quotas: { phone: quota } });
	if (!opened.ok) throw new Error(opened.text);
	for (const [staffId, days] of Object.entries(contacts))
		for (const [i, day] of days.entries()) {
			const contact = { reference: `${staffId}-${i}`, staffId, channel: 'phone' as const, at: november(day), seconds: 60 };
			expect(logInteraction(db, cast.manager, contact)).toMatchObject({ ok: true });
		}
	return opened.id;
}
const draw = (month: string) => drawSamples(db, cast.manager, monthRun(db, cast.manager, month), '20261101');

const scoreAll = (given = allMet()) =>
	db
		.select({ number: pafAssessments.number })
		.from(pafAssessments)
		.where(eq(pafAssessments.state, 'to score'))
		.all()
		.map(({ number }) => {
			const notes = { sharedNote: 'Warm and clear', privateNote: '', seconds: 5 };
			const saved = saveScore(db, cast.assessor, { number, given, ...notes, version: assessmentByNumber(db, number)?.version ?? 0 });
			expect(saved).toMatchObject({ ok: true, unanswered: 0 });
			return number;
		});

async function bringIn(csv: string) {
	async function* whole() {
		yield await Promise.resolve(new TextEncoder().encode(csv));
	}
	const started = await startList(db, cast.manager, 'list.csv', whole(), ({ name, bytes }) => listOfWorkbook(name, bytes));
	if (!started.ok) throw new Error(started.text);
	const found = checkList(db, { importId: started.id, over: 'all', now: november(22) });
	if (!found.ok) throw new Error(found.text);
	keepCheck(db, started.id, found.checked);
	return at(november(22), () => applyList(db, cast.manager, started.id, 'all'));
}

describe('an answer outside its scale is refused with its question, and nothing is begun or lost', () => {
	test('while an interaction is scored, the first time and later', () => {
		draw(monthWith({ avi: [12] }, 1));
		const save = (given: Parameters<typeof scoreAll>[0], version: number) =>
			saveScore(db, cast.assessor, { number: 1, given: given ?? {}, sharedNote: '', privateNote: '', seconds: 5, version });
		const before = db.select().from(auditLines).all().length;
		expect(save({ B1: { value: 'met' }, A1: { value: 'many' } }, 1)).toMatchObject({
			ok: false,
			text: 'Enter A1 as a number of 0 or more, such as 4',
			field: 'q-A1'
		});
		expect(formsAndAnswers()).toEqual([0, 0]);
		expect(assessmentByNumber(db, 1)).toMatchObject({ state: 'to score', assessorId: null, version: 1 });
		expect(db.select().from(auditLines).all()).toHaveLength(before);
		expect(save({ B1: { value: 'met' } }, 1)).toMatchObject({ ok: true });
		expect(save({ B1: { value: 'superb' } }, 2)).toMatchObject({ ok: false, text: 'Choose one of the answers of B1' });
		expect(save({ A2: { value: null, notApplicable: true } }, 2)).toMatchObject({
			ok: false,
			text: 'A2 applies to every contact: choose one of its answers'
		});
		expect(
			db
				.select()
				.from(formAnswers)
				.all()
				.map(({ question, value }) => [question, value])
		).toEqual([['B1', 'met']]);
	});

	test('in a calibration: put right, it is saved as if it had not been', () => {
		db = testDatabase();
		aSession(db, cast.assessor);
		const [amara] = assessors;
		expect(scores(db, amara, 1, 1, { A1: 'yes', A2: 'well', A3: 'four' })).toMatchObject({ ok: false, field: 'q-A3' });
		expect(formsAndAnswers()).toEqual([0, 0]);
		expect(scores(db, amara, 1, 1, { A1: 'yes', A2: 'well', A3: '4' })).toEqual({ ok: true, complete: true });
	});

	test('on a visit, by a shopper and in what an agency says', () => {
		const shopping = shoppingCouncil();
		db = shopping.db;
		const wave = aWave(shopping);
		const visit = db.select().from(visits).where(eq(visits.waveId, wave)).get();
		if (!visit) throw new Error('There is no visit');
		const who = shopper(visit.shopperId);
		const timing = { visitedAt: shopping.made(visit), rings: 2, waitSeconds: 9 };
		expect(saveVisit(db, who, visit.id, { given: { A1: { value: 'yes' } }, version: 1, ...timing })).toMatchObject({ ok: true });
		expect(saveVisit(db, who, visit.id, { given: { A1: { value: 'sort of' } }, version: 2, ...timing })).toMatchObject({
			ok: false,
			text: 'Choose one of the answers of A1'
		});
		expect(ownVisit(db, who, visit.id).answers).toMatchObject({ A1: { value: 'yes' } });
		const there = formsAndAnswers();
		const { scenarioId, serviceId, timeOfDay } = visit;
		const agency = { agency: 'Clear View', reference: 'MS-1', scenarioId, scorecardVersionId: 'card', serviceId, timeOfDay };
		const given = { A1: { value: 'sort of' }, A2: { value: 'yes' } };
		expect(noteAgencyVisit(db, cast.lead, wave, { ...agency, ...timing, visitedAt: shopping.noon, given })).toMatchObject({ ok: false });
		expect(formsAndAnswers()).toEqual(there);
	});
});

describe('a visit to a service its shopper came to work in, or declared a tie to, after it was planned', () => {
	test.each([
		['works in', (id: string) => db.insert(staff).values({ id: 'x', teamId: 'line', name: 'X', payrollNumber: '1', personId: id }).run()],
		['declared a tie to', (id: string) => declareTie(db, shopper(id), { serviceId: 'repairs', why: 'My sister works there' })]
	])('%s: is not begun, filled in or handed in; what they wrote before stays, and somebody else can go', (why, happens) => {
		const shopping = shoppingCouncil();
		db = shopping.db;
		db.insert(teams).values({ id: 'line', serviceId: 'repairs', name: 'Repairs line' }).run();
		const wave = aWave(shopping);
		const [begun, planned] = db
			.select()
			.from(visits)
			.where(eq(visits.waveId, wave))
			.all()
			.filter(({ serviceId, shopperId }) => serviceId === 'repairs' && shopperId === 'sam');
		if (!begun || !planned) throw new Error('Sam has too few visits');
		const who = shopper('sam');
		const typed = { given: { A1: { value: 'yes' } }, visitedAt: shopping.made(begun), rings: 2, waitSeconds: 9 };
		expect(saveVisit(db, who, begun.id, { ...typed, version: 1 })).toMatchObject({ ok: true });
		happens('sam');
		const refusal = { ok: false, code: 'conflict', text: expect.stringContaining(`${why} Housing repairs`) as string };
		expect(beginVisit(db, who, planned.id)).toMatchObject(refusal);
		expect(saveVisit(db, who, begun.id, { ...typed, version: 2 })).toMatchObject(refusal);
		expect(submitVisit(db, who, begun.id)).toMatchObject(refusal);
		expect(ownVisit(db, who, begun.id).answers).toMatchObject({ A1: { value: 'yes' } });
		const { serviceId, scenarioId, fromOn, toOn, timeOfDay } = begun;
		const another = { serviceId, scenarioId, fromOn, toOn, timeOfDay, teamId: '', staffId: '' };
		expect(addVisit(db, cast.lead, wave, { ...another, shopperId: 'sam' })).toMatchObject({ ...refusal, field: 'shopperId' });
		expect(addVisit(db, cast.lead, wave, { ...another, shopperId: 'tess' })).toMatchObject({ ok: true });
	});
});

test('a sample larger than the list takes all of it, says so, and the mean is that of all there is', () => {
	const month = monthWith({ avi: [10, 12], bea: [11] });
	expect(draw(month)).toMatchObject({
		ok: true,
		drawn: 3,
		short: [
			{ name: 'Avi Advisor', wanted: 3, there: 2 },
			{ name: 'Béa Renée', wanted: 3, there: 1 }
		]
	});
	release(db, cast.assessor, scoreAll(), today);
	const [sheet] = sheetsOf(db, 'avi', ['2026-11']);
	// all of the list was looked at, so there is nothing left to be unsure of
	expect(sheet?.quality).toMatchObject({ n: 2, interval: { mean: 100, low: 100, high: 100, population: 2 } });
	expect(sheetsOf(db, 'bea', ['2026-11'])[0]?.quality).toMatchObject({ n: 1, interval: null });
});

test('an interaction logged by hand, and then twice in each of two files, is one interaction, drawn and counted once', async () => {
	const month = monthWith({ avi: [12] });
	const list = 'Reference,Date,Channel,Agent\navi-0,12/11/2026,phone,P1\nC2,13/11/2026,phone,P1\nC2,13/11/2026,phone,P1\n';
	expect(await bringIn(list)).toMatchObject({ ok: true, counts: { rows: 3, added: 1, same: 2 } });
	expect(await bringIn(list)).toMatchObject({ ok: true, counts: { rows: 3, added: 0, same: 3 } });
	expect(logInteraction(db, cast.manager, { reference: 'C2', staffId: 'bea', channel: 'email', at: november(9), seconds: null })).toEqual({
		ok: false,
		code: 'twice',
		text: 'There is an interaction with the reference C2 already',
		field: 'reference'
	});
	expect(draw(month)).toMatchObject({ drawn: 2, short: [{ wanted: 3, there: 2 }] });
	expect(db.select().from(interactions).all()).toHaveLength(2);
});

describe('an advisor in mid-month', () => {
	test('who left is assessed for the days before, seen by their leader, and no talk with them is due', () => {
		const month = monthWith({ gus: [4, 9], avi: [12, 13] }, 2);
		expect(
			logInteraction(db, cast.manager, { reference: 'late', staffId: 'gus', channel: 'phone', at: november(11), seconds: 60 })
		).toMatchObject({ ok: false, text: 'Gus Gone left on 10 November 2026. Enter an earlier day, or choose another advisor' });
		expect(draw(month)).toMatchObject({ ok: true, drawn: 4, short: [] });
		expect(release(db, cast.assessor, scoreAll(), today)).toMatchObject({ ok: true, released: 4 });
		expect(staffSeen(db, pafCast.leader, 'gus').leftOn).toBe('2026-11-10');
		expect(sheetsOf(db, 'gus', ['2026-11'])[0]?.quality).toMatchObject({ n: 2, interval: { mean: 100 } });
		const due = oneToOnesDue(db, pafCast.leader, { team: '', show: 'all', sort: 'name' }, today).rows.map(({ name }) => name);
		expect(due).toEqual(['Avi Advisor', 'Béa Renée']);
	});

	test('who moved is one advisor with one sample; each contact counts for the team of its day, and their own leader now sees all', () => {
		db = withAdvisors(testDatabase());
		const month = monthWith({ avi: [12, 13] }, 4);
		at(november(16), () => moveStaff(db, cast.administrator, 'avi', { teamId: 'desk', version: 1 }));
		for (const day of [16, 17])
			logInteraction(db, cast.manager, { reference: `desk-${day}`, staffId: 'avi', channel: 'phone', at: november(day), seconds: 60 });
		expect(draw(month)).toMatchObject({ ok: true, drawn: 4, short: [] });
		release(db, cast.assessor, scoreAll(), today);
		const byTeam = db
			.select({ teamId: pafAssessments.teamId })
			.from(pafAssessments)
			.all()
			.map(({ teamId }) => teamId);
		expect(byTeam.sort()).toEqual(['calls', 'calls', 'desk', 'desk']);
		expect(compareSums(db).map(({ missing, tooMuch }) => missing + tooMuch)).toEqual([0, 0, 0, 0]);
		expect(sheetsOf(db, 'avi', ['2026-11'])[0]?.quality.n).toBe(4);
		expect(staffSeen(db, pafCast.otherLeader, 'avi').team).toBe('Repairs desk');
		expect(() => staffSeen(db, pafCast.leader, 'avi')).toThrow(expect.objectContaining({ status: 404 }));
	});
});

describe('a report below what was promised is answered with why', () => {
	beforeEach(() => (db = testDatabase()));

	test('a wave: the table is refused in words, those at or above the promise are not', () => {
		const shopping = shoppingCouncil('service', db);
		const wave = aWave(shopping);
		for (const { id } of db.select().from(visits).where(eq(visits.waveId, wave)).all())
			visitMade(shopping, id, { A1: 'yes', A2: 'yes', A3: 'Fine' });
		db.update(waves).set({ state: 'closed' }).where(eq(waves.id, wave)).run();
		for (const person of [cast.lead, cast.manager, cast.assessor, cast.member, cast.viewer]) {
			expect(whyNoTable(db, person, wave, 'by-individual')).toBe(
				'Staff were promised that results are reported for services at the lowest, so there are none for individual members of staff'
			);
			expect(whyNoTable(db, person, wave, 'by-team')).toContain('so there are none for teams');
			for (const table of ['by-service', 'by-channel', 'verbatims', null, 'nonsense'])
				expect(whyNoTable(db, person, wave, table)).toBeNull();
		}
		expect(() => whyNoTable(db, cast.advisor, wave, 'by-team')).toThrow(expect.objectContaining({ status: 404 }));
	});

	test('performance of four people: no figure, and the sentence that says from how many on', () => {
		const month = monthWith({ avi: [2, 3], bea: [2, 3], cal: [2, 3], oda: [2, 3] }, 2);
		draw(month);
		release(db, cast.assessor, scoreAll(allMet({ B1: 'partly' })), today);
		const report = summaryReport(db, { name: 'Repairs', parts: 'teams' }, summaryOf(db, { of: 'service', id: 'repairs' }, today));
		expect(report).toMatchObject({
			title: 'Nothing can be shown yet',
			lead: 'Figures appear once the scores of at least 5 people are released in a month.',
			facts: expect.arrayContaining([['People', 'fewer than 5']]) as unknown
		});
		const rows = report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])));
		expect(rows).toEqual([]);
	});
});

test('no scorecard is published for a channel: the score is refused with whom to ask, and is still there to be scored', () => {
	const month = monthWith({ avi: [12] }, 1);
	db.update(scorecardVersions).set({ state: 'withdrawn' }).run();
	draw(month);
	const asked = { number: 1, given: allMet(), sharedNote: 'Warm', privateNote: '', seconds: 5, version: 1 };
	expect(saveScore(db, cast.assessor, asked)).toMatchObject({
		ok: false,
		text: 'There is no published PAF scorecard for phone. Ask the programme lead to publish one'
	});
	expect(assessmentByNumber(db, 1)).toMatchObject({ state: 'to score', formId: null });
});
