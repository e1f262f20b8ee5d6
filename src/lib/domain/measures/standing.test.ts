import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedAfter } from './moved.ts';
import { addPeriods, endsPeriod, lastDayOf, periodsBetween, showPeriod } from './period.ts';
import { readPeriod } from './reading-period.ts';
import type { Point } from './series.server.ts';
import { placeKey, placesAbove } from './scope.ts';
import { standingOf, type Defined } from './standing.ts';
import { aimAt, isMet, type Aim } from './target.ts';
import { showValue, showWhole, valueOf } from './value.ts';
import { yearOnYear } from './year-on-year.ts';

const measure: Defined = {
	id: 'm',
	key: 'resolved',
	name: 'Resolved',
	unit: 'per cent',
	direction: 'higher',
	frequency: 'month',
	numerator: 'enquiries resolved',
	denominator: 'enquiries',
	source: '',
	staleAfter: 45
};
const aim = (more: Partial<Aim> = {}): Aim => ({
	kind: 'target',
	serviceId: null,
	channel: null,
	hundredths: 8000,
	fromPeriod: '2020-01',
	untilPeriod: null,
	source: 'Basildon, objective 3',
	...more
});
/** Months up to October 2026, each of a hundred. */
const points = (...values: number[]): Point[] =>
	values.map((numerator, at) => {
		const period = addPeriods('2026-10', at - values.length + 1);
		return { period, name: showPeriod(period), numerator, denominator: 100, value: numerator, n: 1 };
	});

test('a standing says the value with its denominator, the target, the year before, and whether it is old', () => {
	const found = standingOf(measure, points(70, 72, 71, 73, 70, 74, 71, 72, 73, 70, 72, 71, 84), [aim()], {}, '2026-11-22');
	expect(found).toMatchObject({
		period: '2026-10',
		shown: '84.0% (84 of 100)',
		target: 80,
		targetShown: '80%',
		met: true,
		stale: false,
		before: { period: '2025-10', shown: '70.0% (70 of 100)' }
	});
	expect(found.signalsNow.map(({ kind }) => kind)).toContain('beyond a limit');
	expect(found.assurance).toBe('hit and miss');
	expect(found.explain.join(' ')).toContain('84 of 100 is 84.0%');
	expect(standingOf(measure, points(84), [aim()], {}, '2026-12-15').stale).toBe(false);
	expect(standingOf(measure, points(84), [aim()], {}, '2026-12-16').stale).toBe(true);
});

test('without a target nothing is met, and without six values there are no limits', () => {
	expect(standingOf(measure, points(84, 85), [], {}, '2026-11-22')).toMatchObject({
		target: null,
		met: null,
		assurance: null,
		signals: []
	});
});

test('fewer values in a sum than the month before are pointed out', () => {
	const [before, now] = points(80, 81) as [Point, Point];
	const found = standingOf(
		measure,
		[
			{ ...before, n: 11 },
			{ ...now, n: 9 }
		],
		[],
		{},
		'2026-11-22'
	);
	expect(found.explain.join(' ')).toContain('some may still be missing');
});

test('the nearest target holds: the service’s before the channel’s before the council’s, and of those the one that began last', () => {
	const aims = [
		aim(),
		aim({ hundredths: 8200, fromPeriod: '2026-04' }),
		aim({ channel: 'phone', hundredths: 9000 }),
		aim({ serviceId: 'repairs', hundredths: 7000, untilPeriod: '2026-09' })
	];
	const at = (scope: Parameters<typeof aimAt>[2], period: string) => aimAt(aims, 'target', scope, period)?.hundredths;
	expect(at({}, '2026-03')).toBe(8000);
	expect(at({}, '2026-10')).toBe(8200);
	expect(at({ channel: 'phone' }, '2026-10')).toBe(9000);
	expect(at({ serviceId: 'repairs', channel: 'phone' }, '2026-09')).toBe(7000);
	expect(at({ serviceId: 'repairs' }, '2026-10')).toBe(8200);
	expect(at({}, '2019-12')).toBeUndefined();
	expect([isMet(80, 80, 'higher'), isMet(80.1, 80, 'lower'), isMet(1, 2, 'neither')]).toEqual([true, false, null]);
});

test('a value is a count, a share or a mean, shown with what it is made of', () => {
	expect(showWhole('per cent', { numerator: 2187, denominator: 2600 })).toBe('84.1% (2,187 of 2,600)');
	expect(showWhole('number', { numerator: 926529, denominator: null })).toBe('926,529');
	expect(showWhole('seconds', { numerator: 7260, denominator: 100 })).toBe('1 min 13 s (7,260 seconds over 100)');
	expect(showWhole('pence', { numerator: 49100, denominator: 100 })).toBe('£4.91 (£491.00 over 100)');
	expect(showValue('working days', valueOf('working days', { numerator: 9, denominator: 2 }))).toBe('4.5 working days');
	expect(showWhole('per thousand', { numerator: 3, denominator: 2000 })).toBe('1.5 per 1,000 (3 for 2,000)');
});

test('a measure moved where the months after make a signal against the limits of those before; else it may be chance', () => {
	const steady = [70, 72, 71, 73, 70, 72, 71, 70, 72, 71, 73, 70];
	const all = points(...steady, 71, 80, 82, 81, 83);
	const month = all[12]!.period;
	const moved = movedAfter('per cent', 'higher', all, month);
	expect(moved).toMatchObject({ verdict: 'better', before: { n: 12 }, after: { n: 4 } });
	expect(moved.text).toContain('does not show that the action moved it');
	expect(movedAfter('per cent', 'lower', all, month).verdict).toBe('worse');
	expect(movedAfter('per cent', 'higher', points(...steady, 71, 72, 71, 73), addPeriods('2026-10', -3))).toMatchObject({
		verdict: 'no sign'
	});
	expect(movedAfter('per cent', 'higher', points(...steady, 71, 90), addPeriods('2026-10', -1)).verdict).toBe('too early');
	expect(movedAfter('per cent', 'higher', points(70, 71, 90, 90, 90, 90), addPeriods('2026-10', -4)).verdict).toBe('too early');
});

test('means of several months weigh each by its denominator', () => {
	const big: Point = { ...points(90)[0]!, denominator: 900, numerator: 810 };
	const before = points(...Array.from({ length: 7 }, () => 50)).map((point) => ({ ...point, period: addPeriods(point.period, -6) }));
	const after = [0, 1, 2].map((at) => ({ ...big, period: addPeriods('2026-08', at) }));
	expect(movedAfter('per cent', 'higher', [...before, ...after], '2026-07').after?.mean).toBe(90);
});

test('each month stands beside that of the year before, the latest first', () => {
	const [latest, second] = yearOnYear('per cent', points(...Array.from({ length: 13 }, (_, at) => 60 + at)), 12);
	expect(latest).toMatchObject({ now: '72.0% (72 of 100)', before: '60.0% (60 of 100)', by: '+12.0 percentage points' });
	expect(second).toMatchObject({ before: '–', by: '–' });
});

test.each([
	['2026-03', '2026-03'],
	['2026/3', '2026-03'],
	['03/2026', '2026-03'],
	['3-26', '2026-03'],
	['March 2026', '2026-03'],
	['mar-26', '2026-03'],
	['2026 March', '2026-03'],
	['2026-03-31', '2026-03'],
	['31/03/2026', '2026-03'],
	['2026-03-01 00:00', '2026-03'],
	['46082', '2026-03'],
	['13/2026', null],
	['Marchember 2026', null],
	['last month', null],
	['', null]
])('%j is the month %j', (text, period) => {
	expect(readPeriod(text)).toBe(period);
});

test('months are counted over years, and quarters end in their last month', () => {
	fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), (by) => periodsBetween('2026-10', addPeriods('2026-10', by)) === by));
	expect([lastDayOf('2028-02'), lastDayOf('2026-12')]).toEqual(['2028-02-29', '2026-12-31']);
	expect([endsPeriod('2026-06', 'quarter'), endsPeriod('2026-05', 'quarter'), endsPeriod('2026-05', 'year')]).toEqual([true, false, true]);
});

test('a value counts once in each place it is part of', () => {
	expect(placesAbove({ serviceId: 's', teamId: 't', channel: 'web' }).map(placeKey).sort()).toEqual([
		's|t|',
		's||',
		's||web',
		'||',
		'||web'
	]);
	expect(placesAbove({ serviceId: null, teamId: null, channel: null })).toEqual([]);
});
