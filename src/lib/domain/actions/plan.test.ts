import { expect, test } from 'vitest';
import { planOf, type Planned } from './plan.ts';

const action = (number: number, dueOn: string, status: Planned['status'] = 'on track') => ({ number, dueOn, status });
const shape = (stretches: { label: string; from: string; to: string; actions: Planned[] }[]) =>
	stretches.map(({ label, from, to, actions }) => [label, from, to, actions.map(({ number }) => number)]);

test('the twelve months from today by quarter, what is late before them and the financial years behind them', () => {
	const plan = planOf(
		[
			action(1, '2028-04-01'),
			action(2, '2026-11-21'),
			action(3, '2026-12-31'),
			action(4, '2027-01-01'),
			action(5, '2027-11-21'),
			action(6, '2027-11-22'),
			action(7, '2028-03-31'),
			action(8, '2026-11-20', 'late')
		],
		'2026-11-21'
	);
	expect([plan.from, plan.to]).toEqual(['2026-11-21', '2027-11-21']);
	expect(shape(plan.year)).toEqual([
		['Late', '2026-11-20', '2026-11-20', [8]],
		['November to December 2026', '2026-11-21', '2026-12-31', [2, 3]],
		['January to March 2027', '2027-01-01', '2027-03-31', [4]],
		['April to June 2027', '2027-04-01', '2027-06-30', []],
		['July to September 2027', '2027-07-01', '2027-09-30', []],
		['October to November 2027', '2027-10-01', '2027-11-21', [5]]
	]);
	expect(shape(plan.forward)).toEqual([
		['2027/28', '2027-11-22', '2028-03-31', [6, 7]],
		['2028/29', '2028-04-01', '2029-03-31', [1]]
	]);
});

test('begun on the first day of a quarter, the fifth stretch is one day', () => {
	expect(shape(planOf([], '2027-01-01').year).map(([label]) => label)).toEqual([
		'January to March 2027',
		'April to June 2027',
		'July to September 2027',
		'October to December 2027',
		'January 2028'
	]);
});

test('what is dropped, and what was done and due before today, is no part of it; what is done and due later is', () => {
	const plan = planOf([action(1, '2026-12-01', 'dropped'), action(2, '2026-11-01', 'done'), action(3, '2026-12-01', 'done')], '2026-11-21');
	expect(plan.year.flatMap(({ actions }) => actions.map(({ number }) => number))).toEqual([3]);
});

test('on one day they stand by number, and what was given stays as it was', () => {
	const given = [action(2, '2026-12-01'), action(1, '2026-12-01')];
	expect(planOf(given, '2026-11-21').year[0]?.actions.map(({ number }) => number)).toEqual([1, 2]);
	expect(given.map(({ number }) => number)).toEqual([2, 1]);
});
