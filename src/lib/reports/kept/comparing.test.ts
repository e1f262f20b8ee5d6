import { describe, expect, test } from 'vitest';
import type { Report, ReportTable } from '../description.ts';
import { compareReports, compareTables } from './comparing.ts';
import { comparisonReport } from './comparison-report.ts';
import { figureIn } from './figure-in.ts';

const table = (rows: ReportTable['rows'], more: Partial<ReportTable> = {}): ReportTable => ({
	id: 'calls',
	caption: 'Calls',
	columns: [
		{ key: 'service', label: 'Service', kind: 'text' },
		{ key: 'channel', label: 'Channel', kind: 'text' },
		{ key: 'calls', label: 'Calls', kind: 'number' },
		{ key: 'rate', label: 'Resolved', kind: 'text' },
		{ key: 'day', label: 'Last', kind: 'day' }
	],
	rows,
	empty: 'None.',
	...more
});
const row = (service: string, calls: number | null, rate = '80.0% (8 of 10)', channel = 'phone', day = '2026-10-01') => ({
	service,
	channel,
	calls,
	rate,
	day
});
const report = (tables: ReportTable[], facts: Report['facts'] = []): Report => ({
	name: 'Calls',
	title: 'Calls',
	subtitle: '',
	lead: '',
	facts,
	council: 'Marlbourne',
	madeAt: 0,
	sections: [{ id: 'all', title: 'All', blocks: tables.map((one) => ({ kind: 'table', table: one })) }]
});

describe('one table against the same before', () => {
	test('figures rise and fall by how much, words read otherwise, what is the same is counted', () => {
		const before = table([row('Repairs', 100), row('Planning', 50, '90.0% (9 of 10)')]);
		const after = table([row('Repairs', 90), row('Planning', 50, '95.0% (19 of 20)', 'phone', '2026-11-01')]);
		expect(compareTables(before, after)).toEqual({
			id: 'calls',
			caption: 'Calls',
			figures: 8,
			same: 5,
			differences: [
				{ row: 'Repairs', figure: 'Calls', before: '100', now: '90', change: 'fell', by: -10 },
				{ row: 'Planning', figure: 'Resolved', before: '90.0% (9 of 10)', now: '95.0% (19 of 20)', change: 'rose', by: 5 },
				{ row: 'Planning', figure: 'Last', before: '1 Oct 2026', now: '1 Nov 2026', change: 'reads otherwise', by: null }
			]
		});
	});

	test('rows come and go by name, wherever they stand', () => {
		const { differences } = compareTables(table([row('Repairs', 1), row('Parks', 2)]), table([row('Planning', 3), row('Repairs', 1)]));
		expect(differences.map(({ row, change }) => [row, change])).toEqual([
			['Planning', 'new'],
			['Parks', 'gone']
		]);
	});

	test('where a name is not enough the next words tell rows apart, never a figure', () => {
		const before = table([row('Repairs', 1), row('Repairs', 2, undefined, 'web')]);
		const after = table([row('Repairs', 5, undefined, 'web'), row('Repairs', 1)]);
		expect(compareTables(before, after).differences).toEqual([
			{ row: 'Repairs, web', figure: 'Calls', before: '2', now: '5', change: 'rose', by: 3 }
		]);
	});

	test('a figure that was not there is new, one that is missing is gone', () => {
		const { differences } = compareTables(table([row('Repairs', null), row('Parks', 4)]), table([row('Repairs', 3), row('Parks', null)]));
		expect(differences.map(({ row, change, before, now }) => [row, change, before, now])).toEqual([
			['Repairs', 'new', '–', '3'],
			['Parks', 'gone', '4', '–']
		]);
	});
});

test('a report against itself differs in nothing', () => {
	const one = report([table([row('Repairs', 1), row('Repairs', 1), row('Repairs', 1)])], [['Calls', '3']]);
	expect(compareReports(one, one).flatMap(({ differences }) => differences)).toEqual([]);
});

test('tables are matched by id; a table of its own is all new, one that is gone all gone; facts are compared too', () => {
	const before = report([table([row('Repairs', 1)]), table([row('A', 1)], { id: 'old', caption: 'Old' })], [['Calls', '12 of 15']]);
	const after = report([table([row('B', 1)], { id: 'young', caption: 'Young' }), table([row('Repairs', 2)])], [['Calls', '13 of 20']]);
	expect(
		compareReports(before, after).map(({ id, differences }) => [id, ...differences.map(({ row, change }) => `${row} ${change}`)])
	).toEqual([
		// 13 of 20 is less than 12 of 15
		['facts', 'Calls fell'],
		['young', 'B new'],
		['calls', 'Repairs rose'],
		['old', 'A gone']
	]);
});

test.each([
	[7, 7],
	['1,204', 1204],
	['84.1% (2,187 of 2,600)', 84.1],
	['£1,200', 1200],
	['-3', -3],
	['3 of 4', 0.75],
	['0 of 0', null],
	['21 November 2026', null],
	['2026/27', null],
	['On track', null],
	['–', null],
	['', null],
	[null, null]
])('the figure in %j is %j', (cell, figure) => expect(figureIn(cell)).toBe(figure));

test('the comparison is a report: its title says what happened', () => {
	const kept = (number: number, calls: number) => ({
		number,
		keptAt: Date.UTC(2026, 9, number),
		report: report([table([row('Repairs', calls)])])
	});
	const compared = comparisonReport(kept(1, 100), kept(2, 120));
	expect(compared.title).toBe('1 rose');
	expect(compared.lead).toBe('Of 4 figures and rows that were compared, 3 are the same.');
	expect(compared.sections[0]).toMatchObject({ id: 'calls', title: 'Calls: 1 rose' });
	expect(JSON.stringify(compared.sections[0])).toContain('Rose by 20');
	expect(comparisonReport(kept(1, 100), kept(2, 100)).title).toBe('Nothing changed between the two');
});
