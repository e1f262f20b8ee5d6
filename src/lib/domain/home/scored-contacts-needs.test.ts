import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { assessors, aSession, scores } from '../../../../tests/support/calibration.ts';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { pafCast, withAdvisors } from '../../../../tests/support/paf-cast.ts';
import { allMet, publishedSmallCard } from '../../../../tests/support/paf-scorecard.ts';
import { aWave, shopper, shoppingCouncil, visitMade } from '../../../../tests/support/shopping.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import type { Person } from '../access/person.ts';
import { people } from '../access/tables.ts';
import { calibrations } from '../calibration/tables.ts';
import { visits, waves } from '../mystery-shopping/tables.ts';
import { agreeNotes, saveOneToOne } from '../one-to-ones/noting.server.ts';
import { oneToOneSeen } from '../one-to-ones/finding.server.ts';
import { startOneToOne } from '../one-to-ones/starting.server.ts';
import { acknowledge, appeal } from '../paf/answering.server.ts';
import { decideAppeal } from '../paf/deciding.server.ts';
import { assessmentByNumber } from '../paf/finding.server.ts';
import { logInteraction } from '../paf/interactions.server.ts';
import { monthRun, openMonth } from '../paf/months.server.ts';
import { release } from '../paf/releasing.server.ts';
import { drawSamples } from '../paf/sampling.server.ts';
import { saveScore } from '../paf/scoring.server.ts';
import { staffSeen } from '../paf-sheets/staff-seen.server.ts';
import { trainingCourses } from '../training/tables.ts';
import type { Database } from '../../server/database.ts';
import { appealsWaiting } from './appeals-waiting.server.ts';
import { calibrationsToReveal, calibrationsToScore } from './calibrations-waiting.server.ts';
import { needsOf } from './needs.server.ts';
import { notesToAgree, oneToOnesToHold } from './one-to-ones-waiting.server.ts';
import { scoresToAcknowledge } from './scores-to-acknowledge.server.ts';
import { scoresWaiting } from './scores-waiting.server.ts';
import { ownTrainingDue, teamTrainingOverdue } from './training-waiting.server.ts';
import { visitsToMake, visitsWaitingForCheck, wavesToClose } from './visits-waiting.server.ts';

const today = '2026-11-22';
const titles = (needs: { title: string }[]) => needs.map(({ title }) => title);

describe('performance assessment', () => {
	let db: Database;
	const { leader, second } = pafCast;
	const versionOf = (number: number) => assessmentByNumber(db, number)!.version;
	const score = (number: number, given = allMet()) =>
		saveScore(db, cast.assessor, { number, given, sharedNote: '', privateNote: '', seconds: 5, version: versionOf(number) });
	beforeEach(() => {
		db = withAdvisors(testDatabase());
		publishedSmallCard(db);
		const opened = openMonth(db, cast.manager, { serviceId: 'repairs', month: '2026-11', quotas: { phone: 2 } });
		if (!opened.ok) throw new Error(opened.text);
		for (const i of [0, 1])
			logInteraction(db, cast.manager, {
				reference: `avi${i}`,
				staffId: 'avi',
				channel: 'phone',
				at: Date.UTC(2026, 10, 12, 10, i),
				seconds: 60
			});
		drawSamples(db, cast.manager, monthRun(db, cast.manager, opened.id), 'seed');
	});

	test('an assessor scores what waits, then releases what is complete', () => {
		expect(scoresWaiting(db, cast.assessor)).toMatchObject([
			{ title: 'Score 2 interactions', text: 'The oldest month is November 2026.', href: '/paf/scores' }
		]);
		score(1);
		score(2, {});
		expect(titles(scoresWaiting(db, cast.assessor))).toEqual(['Release a score', 'Score an interaction']);
		expect(scoresWaiting(db, cast.assessor)[1]?.text).toBe('1 is begun. The oldest month is November 2026.');
		release(db, cast.assessor, [1], today);
		expect(titles(scoresWaiting(db, cast.assessor))).toEqual(['Score an interaction']);
		for (const person of [cast.lead, cast.advisor, cast.viewer, cast.manager]) expect(scoresWaiting(db, person)).toEqual([]);
	});

	test('an advisor looks at what was released, by the last day to appeal, and at nobody else’s', () => {
		score(1);
		score(2);
		expect(scoresToAcknowledge(db, cast.advisor, today)).toEqual([]);
		release(db, cast.assessor, [1, 2], today);
		const [need] = scoresToAcknowledge(db, cast.advisor, today);
		expect(need).toMatchObject({ by: '2026-12-04', when: { kind: 'quiet', text: 'By 4 December' } });
		expect(need?.text).toContain('You can appeal until 4 December');
		expect(scoresToAcknowledge(db, cast.advisor, '2026-12-03')[0]?.when).toEqual({ kind: 'watch', text: '1 day left' });
		// after its day it is not late: there is nothing to appeal any more
		expect(scoresToAcknowledge(db, cast.advisor, '2026-12-05')[0]).toMatchObject({ by: null, when: { kind: 'quiet' } });
		expect(scoresToAcknowledge(db, pafCast.otherAdvisor, today)).toEqual([]);
		acknowledge(db, cast.advisor, { number: 1, version: versionOf(1) });
		expect(scoresToAcknowledge(db, cast.advisor, today)).toHaveLength(1);
	});

	test('an appeal waits for those who may decide it, never for who scored it or appealed', () => {
		score(1);
		release(db, cast.assessor, [1], today);
		appeal(db, cast.advisor, { number: 1, why: 'The answer was right', version: versionOf(1) }, today);
		const waits = (person: Person) => titles(appealsWaiting(db, person, today));
		for (const person of [leader, second, cast.manager]) expect(waits(person)).toEqual(['Decide the appeal of Avi Advisor']);
		for (const person of [cast.assessor, cast.advisor, cast.lead, pafCast.otherLeader]) expect(waits(person)).toEqual([]);
		decideAppeal(db, leader, { number: 1, outcome: 'rejected', reasons: 'It was not said', version: versionOf(1) });
		expect(waits(second)).toEqual([]);
	});

	test('a leader holds one-to-ones that are due; notes wait until both have agreed to them', () => {
		expect(titles(oneToOnesToHold(db, leader, today))).toEqual(['Hold a one-to-one with Avi Advisor', 'Hold a one-to-one with Béa Renée']);
		expect(oneToOnesToHold(db, cast.manager, today)).toEqual([]);
		const started = startOneToOne(db, leader, staffSeen(db, leader, 'avi'), { month: '2026-10', heldOn: today }, today);
		if (!started.ok) throw new Error(started.text);
		expect(titles(oneToOnesToHold(db, leader, today))).toEqual(['Hold a one-to-one with Béa Renée']);
		expect(notesToAgree(db, cast.advisor)).toEqual([]);
		const seen = (person: Person) => oneToOneSeen(db, person, started.id);
		saveOneToOne(db, leader, seen(leader), { notes: 'We listened to a call.', version: seen(leader).version });
		expect(titles(notesToAgree(db, cast.advisor))).toEqual(['Agree the notes of your one-to-one']);
		expect(titles(notesToAgree(db, leader))).toEqual(['Agree the notes of Avi Advisor’s one-to-one']);
		expect(notesToAgree(db, pafCast.otherLeader)).toEqual([]);
		agreeNotes(db, cast.advisor, seen(cast.advisor), seen(cast.advisor).version);
		expect(notesToAgree(db, cast.advisor)).toEqual([]);
		expect(notesToAgree(db, leader)).toHaveLength(1);
	});

	test('training that is due waits for the advisor, and for the leader when it is overdue', () => {
		db.insert(trainingCourses).values({ id: 'c', name: 'Data protection', required: true }).run();
		expect(ownTrainingDue(db, cast.advisor, today)).toMatchObject([
			{ title: 'Take Data protection', when: { kind: 'bad', text: 'Not taken' }, href: '/paf/mine/training' }
		]);
		expect(titles(teamTrainingOverdue(db, leader, today))).toEqual(['Training is overdue for 2 of your staff']);
		expect([...ownTrainingDue(db, leader, today), ...teamTrainingOverdue(db, cast.manager, today)]).toEqual([]);
	});

	test('costs the same queries however much waits', () => {
		const cost = () => queriesOf(db, () => needsOf(db, leader, today));
		score(1);
		const few = cost();
		score(2);
		release(db, cast.assessor, [1, 2], today);
		appeal(db, cast.advisor, { number: 1, why: 'No', version: versionOf(1) }, today);
		appeal(db, cast.advisor, { number: 2, why: 'No', version: versionOf(2) }, today);
		expect(cost()).toBe(few);
	});
});

describe('mystery shopping', () => {
	test('a shopper makes visits whose days have come, by their last day; a checker never gets their own', () => {
		const shopping = shoppingCouncil();
		const { db } = shopping;
		const wave = aWave(shopping);
		const [early] = db.select().from(visits).where(eq(visits.shopperId, 'sam')).orderBy(visits.fromOn).all();
		const of = (person: Person, on: string) => visitsToMake(db, person, on);
		expect(of(shopper('sam'), '2026-10-01')).toEqual([]);
		expect(of(shopper('sam'), early!.fromOn).length).toBeGreaterThan(0);
		expect(of(shopper('sam'), '2027-01-05').every(({ when }) => when.kind === 'bad')).toBe(true);
		expect(of(cast.lead, '2026-11-13')).toEqual([]);

		const checks = () => titles(visitsWaitingForCheck(db, cast.assessor));
		expect(checks()).toEqual([]);
		visitMade(shopping, early!.id, { A1: 'yes', A2: 'yes' }, { accept: false });
		expect(checks()).toEqual([`Check visit ${early!.number}`]);
		expect(visitsWaitingForCheck(db, { ...cast.assessor, id: 'sam' })).toEqual([]);

		expect(wavesToClose(db, cast.lead, '2026-11-13')).toEqual([]);
		expect(wavesToClose(db, cast.lead, '2026-11-14')).toMatchObject([
			{
				href: `/mystery-shopping/waves/${wave}`,
				text: 'It ended on 13 November. Of 8 visits 7 are not handed in and 1 not checked.',
				when: { text: '1 day late' }
			}
		]);
		expect(wavesToClose(db, cast.manager, '2026-11-14')).toEqual([]);
		db.update(waves).set({ state: 'closed' }).run();
		expect(wavesToClose(db, cast.lead, '2026-11-14')).toEqual([]);
		expect(of(shopper('sam'), '2026-11-13')).toEqual([]);
	});
});

describe('calibration', () => {
	test('each assessor scores what is left, and whoever runs it shows the answers when all have', () => {
		const db = testDatabase();
		const session = aSession(db, cast.assessor);
		const { number, id } = session();
		const all = { A1: 'yes', A2: 'well', A3: '2' };
		const [amara, ...others] = assessors;
		expect(calibrationsToScore(db, amara, today)).toMatchObject([{ text: expect.stringContaining('2 interactions wait for you') }]);
		expect(calibrationsToScore(db, cast.lead, today)).toEqual([]);
		for (const position of [1, 2]) scores(db, amara, number, position, all);
		expect(calibrationsToScore(db, amara, today)).toEqual([]);
		expect(calibrationsToReveal(db, cast.assessor, today)).toEqual([]);
		db.update(calibrations).set({ dueOn: '2026-11-20' }).where(eq(calibrations.id, id)).run();
		expect(calibrationsToReveal(db, cast.assessor, today)).toMatchObject([{ text: 'Its day is over, and 6 forms are not complete.' }]);
		for (const person of others) for (const position of [1, 2]) scores(db, person, number, position, all);
		expect(calibrationsToReveal(db, cast.assessor, '2026-11-19')).toMatchObject([
			{ href: `/calibrations/${number}/reveal`, text: 'Everybody has scored everything.' }
		]);
		expect(calibrationsToReveal(db, amara, today)).toEqual([]);
	});
});

test('nobody is needed for what was never begun', () => {
	const db = testDatabase();
	db.update(people).set({ passwordHash: 'kept' }).run();
	for (const person of [cast.assessor, cast.advisor, cast.manager]) expect(needsOf(db, person, today)).toEqual([]);
});
