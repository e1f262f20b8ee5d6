import { beforeEach, describe, expect, test } from 'vitest';
import { queriesOf } from '../../../../tests/support/counting.ts';
import { aScore, leader, otherLeader, teamsAtWork } from '../../../../tests/support/scored-contacts.ts';
import { cast, testDatabase } from '../../../../tests/support/test-database.ts';
import { summaryReport } from '../../reports/paf/summary-report.server.ts';
import { write } from '../../server/database.ts';
import type { Person } from '../access/person.ts';
import { findings } from '../findings/tables.ts';
import { staff } from '../organisation/tables.ts';
import { monthsLater } from '../paf/month.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { gated, mayShowChannels, type Sum } from './gate.ts';
import { meanOfSums } from './mean-of-sums.ts';
import { missesToPropose, missKey, proposeMisses } from './proposing.server.ts';
import { summaryOf } from './summary-reading.server.ts';
import { seesCouncilSummary, serviceSummarised, teamsSummarised, teamSummarised } from './summary-seen.server.ts';

const today = '2026-11-22';
const sum = (people: number, n = people * 2): Sum => ({
	n,
	quality: n * 8000,
	qualitySquares: n * 8000 ** 2,
	accessN: 0,
	access: 0,
	criticalFailures: 0,
	people
});
const part = (id: string, people: number) => ({ id, sum: sum(people) });
const ids = (parts: { id: string }[]) => parts.map(({ id }) => id);

describe('what may be shown', () => {
	test('is a part from five people on', () => {
		expect(ids(gated([part('a', 5), part('b', 4), part('c', 1)]).shown)).toEqual(['a']);
		expect(gated([part('a', 4)]).total).toBeNull();
	});
	test('leaves small parts out of the whole unless they are five people together', () => {
		expect(gated([part('a', 10), part('b', 4)])).toMatchObject({ total: { people: 10 }, leftOut: 1 });
		expect(gated([part('a', 10), part('b', 3), part('c', 2)])).toMatchObject({ total: { people: 15 }, leftOut: 0 });
	});
	test('counts somebody who changed team once at most', () => {
		expect(gated([part('b', 3), part('c', 2)], 1).total).toBeNull();
		expect(gated([part('a', 6), part('b', 3), part('c', 3)], 2)).toMatchObject({ total: { people: 6 }, leftOut: 2 });
	});
	test('tells channels apart only where each is about five people', () => {
		expect(mayShowChannels([sum(5), sum(6)])).toBe(true);
		expect(mayShowChannels([sum(9), sum(4)])).toBe(false);
		expect(mayShowChannels([sum(9), sum(0)])).toBe(true);
	});
});

test('the mean of kept sums is that of the scores themselves, and nothing under two', () => {
	const scores = [61.25, 80, 92.5, 77.75];
	const hundredths = scores.map((score) => score * 100);
	const sums = { n: 4, quality: hundredths.reduce((a, b) => a + b), qualitySquares: hundredths.reduce((a, b) => a + b ** 2, 0) };
	const [kept, own] = [meanOfSums(sums), meanInterval(scores, { scale: [0, 100] })];
	expect(kept?.low).toBeCloseTo(own!.low, 8);
	expect(kept?.high).toBeCloseTo(own!.high, 8);
	expect(meanOfSums({ n: 1, quality: 8000, qualitySquares: 8000 ** 2 })).toBeNull();
});

describe('a summary', () => {
	let db: ReturnType<typeof testDatabase>;
	beforeEach(() => {
		db = testDatabase();
	});
	/** So many advisors of a team with two scores each in a month. */
	function month(team: string, people: number, quality: number, of = '2026-10', worths: [number, number] = [1, 0]) {
		for (let at = 1; at <= people; at++)
			for (const shift of [-2, 2]) aScore(db, { staffId: `${team}-${at}`, quality: quality + shift, month: of, worths });
	}
	const service = () => summaryOf(db, { of: 'service', id: 'repairs' }, today);
	const team = (id: string) => summaryOf(db, { of: 'team', id }, today);
	const council = () => summaryOf(db, { of: 'council', id: '' }, today);

	test('of four people shows nothing, of five everything', () => {
		teamsAtWork(db, 5, 4);
		month('first', 5, 80);
		month('second', 4, 60);
		expect(team('second')).toMatchObject({ period: [], total: null, byChannel: [], bands: [], misses: [], points: [] });
		expect(team('first')).toMatchObject({ period: ['2026-10'], total: { n: 10, people: 5, interval: { mean: 80 } } });
		// nor can the second team be worked out from the service
		expect(service()).toMatchObject({ total: { n: 10, interval: { mean: 80 } }, leftOut: 1 });
		expect(service().parts.map(({ name }) => name)).toEqual(['First team']);
		expect(council()).toMatchObject({ total: { n: 10 }, parts: [{ name: 'Housing repairs' }] });
	});

	test('words a difference only where the intervals do not overlap, and never ranks', () => {
		teamsAtWork(db);
		month('first', 5, 60);
		month('second', 5, 61);
		expect(service().comparisons).toEqual(['None can be told from another: every interval overlaps every other.']);
		month('second', 5, 95);
		expect(service().parts.map(({ name }) => name)).toEqual(['First team', 'Second team']);
		expect(service().comparisons[0]).toMatch(/^First team is lower than Second team: their intervals do not overlap/);
	});

	test('tells bands and misses of scorecards, with how many were asked', () => {
		teamsAtWork(db);
		month('first', 5, 80);
		month('second', 5, 60);
		expect(service().bands).toEqual([
			{ card: 'Telephone 1.0', band: 'Below', n: 10, of: 20 },
			{ card: 'Telephone 1.0', band: 'Meets', n: 10, of: 20 }
		]);
		expect(service().misses).toMatchObject([{ question: 'Q2', text: 'Were the next steps made clear?', missed: 20, asked: 20 }]);
	});

	test('hides channels, bands and questions where one channel is about fewer than five', () => {
		teamsAtWork(db);
		month('first', 5, 80);
		for (const shift of [0, 4]) aScore(db, { staffId: 'first-1', quality: 50 + shift, channel: 'face to face' });
		expect(team('first')).toMatchObject({ total: { n: 12 }, byChannel: [], bands: [], misses: [] });
	});

	test('has an XmR trend over months in a row, with its signals in words', () => {
		teamsAtWork(db);
		for (let back = 8; back >= 1; back--) month('first', 5, back === 1 ? 40 : 80 + (back % 2), monthsLater('2026-11', -back));
		expect(team('first').points.length).toBe(8);
		expect(team('first').trend?.signals.map(({ text }) => text)).toContain('October 2026 is below the lower limit.');
		const report = summaryReport(db, { name: 'First team', parts: null }, team('first'));
		expect(JSON.stringify(report)).toContain('October 2026 is below the lower limit.');
		expect(report.sections.map(({ id }) => id)).not.toContain('parts');
	});

	test('begins its trend after a month that may not be shown', () => {
		teamsAtWork(db);
		month('first', 5, 80, '2026-06');
		month('first', 4, 80, '2026-07');
		month('first', 5, 80, '2026-08');
		month('first', 5, 80, '2026-09');
		expect(team('first').points.map(({ name }) => name)).toEqual(['August 2026', 'September 2026']);
	});

	test('costs the same queries however many people there are, and names none of them', () => {
		teamsAtWork(db, 5, 5);
		month('first', 5, 80);
		// in a transaction nothing is kept, so all of it is worked out
		const few = queriesOf(db, () => write(db, () => council()));
		month('second', 5, 70);
		expect(queriesOf(db, () => write(db, () => council()))).toBe(few);
		const text = JSON.stringify(summaryReport(db, { name: 'Council', parts: 'services' }, council()));
		for (const { name, id, payrollNumber } of db.select().from(staff).all())
			for (const said of [name, `"${id}"`, payrollNumber]) expect(text).not.toContain(said);
	});

	test('is seen by those whose teams they are, and by the council’s readers', () => {
		teamsAtWork(db);
		const sees = (person: Person, look: () => unknown) => {
			try {
				look();
				return true;
			} catch {
				return false;
			}
		};
		const on = (person: Person) => [
			sees(person, () => teamSummarised(db, person, 'first')),
			sees(person, () => serviceSummarised(db, person, 'repairs')),
			seesCouncilSummary(person)
		];
		expect(on(leader)).toEqual([true, false, false]);
		expect(on(otherLeader)).toEqual([false, false, false]);
		expect(on(cast.manager)).toEqual([true, true, false]);
		expect(on(cast.planner)).toEqual([false, false, false]);
		for (const person of [cast.lead, cast.assessor, cast.chair, cast.member, cast.viewer]) expect(on(person)).toEqual([true, true, true]);
		for (const person of [cast.administrator, cast.advisor, cast.colleague]) expect(on(person)).toEqual([false, false, false]);
		expect(teamsSummarised(db, leader).map(({ name }) => name)).toEqual(['First team']);
	});

	test('its commonest misses become findings once, from source PAF, without a name', () => {
		teamsAtWork(db);
		month('first', 5, 80);
		const key = missKey(missesToPropose(db, 'repairs', today).misses[0]!);
		expect(proposeMisses(db, cast.manager, 'repairs', [], today)).toMatchObject({ code: 'none' });
		expect(proposeMisses(db, leader, 'repairs', [key], today)).toMatchObject({ code: 'not-theirs' });
		expect(proposeMisses(db, cast.manager, 'repairs', [key, 'another'], today)).toMatchObject({ ok: true, proposed: 1 });
		expect(proposeMisses(db, cast.manager, 'repairs', [key], today)).toMatchObject({ ok: true, proposed: 0 });
		expect(db.select().from(findings).all()).toMatchObject([
			{
				source: 'PAF',
				serviceId: 'repairs',
				cameFrom: 'Telephone 1.0, October 2026',
				severity: 'high',
				howOften: expect.stringContaining('10 of 10')
			}
		]);
		expect(missesToPropose(db, 'repairs', today).misses[0]?.found).not.toBeNull();
	});
});
