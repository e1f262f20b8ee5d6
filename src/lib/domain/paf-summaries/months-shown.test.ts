import { expect, test } from 'vitest';
import type { Sum } from './gate.ts';
import { comparisonsOf } from './comparing.ts';
import { monthsOf, openPairs, pointsOf, type Row } from './months-shown.ts';
import type { SummaryMean } from './summary.ts';

const sum = (people: number, quality = 80): Sum => ({
	n: people * 2,
	quality: people * 2 * quality * 100,
	qualitySquares: people * 2 * (quality * 100) ** 2,
	accessN: 0,
	access: 0,
	criticalFailures: 0,
	people
});
const row = (teamId: string, month: string, people: number, more: Partial<Row> = {}): Row => ({
	teamId,
	team: `Team ${teamId}`,
	serviceId: 'repairs',
	service: 'Repairs',
	month,
	channel: 'all',
	...sum(people),
	...more
});
const service = { of: 'service', id: 'repairs' } as const;
const council = { of: 'council', id: '' } as const;
const none = new Map<string, number>();

test('months come oldest first, and those of which nothing may be shown are left out', () => {
	const rows = [row('a', '2026-10', 6), row('a', '2026-08', 7), row('a', '2026-09', 4)];
	expect(monthsOf(service, rows, none).map(({ month, total }) => [month, total.people])).toEqual([
		['2026-08', 7],
		['2026-10', 6]
	]);
});

test('a service of the council is shown as its teams may be, and what is too small is counted as left out', () => {
	const rows = [
		row('a', '2026-10', 6),
		row('b', '2026-10', 2),
		row('c', '2026-10', 3, { serviceId: 'planning', service: 'Planning' }),
		row('d', '2026-10', 9, { serviceId: 'benefits', service: 'Benefits' })
	];
	const [month] = monthsOf(council, rows, none);
	expect(month?.parts.map(({ name, sum: { people } }) => [name, people])).toEqual([
		['Repairs', 6],
		['Benefits', 9]
	]);
	expect([month?.total.people, month?.leftOut, [...(month?.teams ?? [])]]).toEqual([15, 1, ['a', 'd']]);
});

test('somebody who changed team is not counted twice into five', () => {
	const rows = [row('a', '2026-10', 3), row('b', '2026-10', 2)];
	expect(monthsOf(service, rows, none)).toHaveLength(1);
	expect(monthsOf(service, rows, new Map([['2026-10', 1]]))).toEqual([]);
});

test('the trend is the last months in a row', () => {
	const months = monthsOf(
		service,
		['2026-05', '2026-07', '2026-08', '2026-09'].map((month, at) => row('a', month, 6, sum(6, 80 + at))),
		none
	);
	expect(pointsOf(months)).toEqual([
		{ name: 'July 2026', value: 81 },
		{ name: 'August 2026', value: 82 },
		{ name: 'September 2026', value: 83 }
	]);
});

test('a team and month are told apart only where each channel is about five people', () => {
	const all = [row('a', '2026-10', 8), row('b', '2026-10', 8)];
	const channels = [
		row('a', '2026-10', 8, { channel: 'phone' }),
		row('b', '2026-10', 7, { channel: 'phone' }),
		row('b', '2026-10', 4, { channel: 'face to face' })
	];
	expect(openPairs([...all, ...channels], monthsOf(service, all, none))).toEqual([['a', '2026-10']]);
});

const mean = (name: string, low: number, high: number): SummaryMean => ({
	id: name,
	name,
	n: 20,
	people: 6,
	interval: { n: 20, mean: (low + high) / 2, low, high, variance: 1, population: null }
});

test('a difference is worded only where intervals do not overlap, and the rest is said to be one', () => {
	expect(comparisonsOf([mean('A', 60, 70)])).toEqual([]);
	expect(comparisonsOf([mean('A', 60, 70), mean('B', 65, 75)])).toEqual([
		'None can be told from another: every interval overlaps every other.'
	]);
	expect(comparisonsOf([mean('A', 60, 70), mean('B', 65, 75), mean('C', 80, 90)])).toEqual([
		expect.stringMatching(/^A is lower than C/),
		expect.stringMatching(/^B is lower than C/),
		'All other pairs cannot be told apart.'
	]);
});

test('of very many differences twelve are written out and the others counted', () => {
	const apart = Array.from({ length: 7 }, (_, at) => mean(`Team ${at}`, at * 10, at * 10 + 5));
	const said = comparisonsOf(apart);
	expect(said).toHaveLength(14);
	expect(said[12]).toBe('9 more pairs do not overlap.');
});
