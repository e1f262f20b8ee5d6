import { expect, test } from 'vitest';
import { compliance, staged } from '../../../../tests/support/frameworks.ts';
import { heatAward, heatCells, heatColumns } from './heat-cells.ts';
import type { HeatRow } from './heat-map.server.ts';

const framework = staged('1.1 2.1:culture 4.1:analytics');
const row: HeatRow = {
	assessment: 'a',
	service: 'Repairs',
	directorate: 'Homes',
	status: 'agreed',
	target: 2,
	level: 1,
	award: 'Bronze',
	themes: [
		{ id: 'strategy', level: 1, worth: 1, met: 1, applicable: 1 },
		{ id: 'culture', level: 2, worth: 1, met: 1, applicable: 1 },
		{ id: 'analytics', level: null, worth: 0, met: 0, applicable: 1 }
	],
	levels: [
		{ number: 1, worth: 1, met: 5, applicable: 5, attained: true },
		{ number: 2, worth: 0.7, met: 4, applicable: 6, attained: false },
		{ number: 3, worth: 0, met: 0, applicable: 0, attained: false }
	],
	agreedLevel: 1,
	agreedAward: 'Bronze',
	baselineLevel: null,
	baselineAward: null,
	isBaseline: true
};

test('a theme says its level, a corner that it is below target, a dash that it has none yet', () => {
	expect(heatCells(framework, 'themes', row)).toEqual([
		{ level: 1, label: 'level 1 Interested', below: true, target: 2 },
		{ level: 2, label: 'level 2 Invested', below: false, target: 2 },
		{ level: null, label: 'no level yet', target: 2 }
	]);
});

test('a level says how many are met; only an attained one is as deep as can be', () => {
	const cells = heatCells(framework, 'levels', row);
	expect(cells.map(({ level, text, below, agreed }) => [level, text, below, agreed])).toEqual([
		[5, '5/5', false, undefined],
		[3, '4/6', true, undefined],
		[null, undefined, undefined, undefined],
		[null, undefined, undefined, false],
		[null, undefined, undefined, false]
	]);
	expect(heatColumns(framework, 'levels')[1]).toMatchObject({ key: '2', short: 'L2', place: '#level-2' });
});

test('without a result every cell is hatched', () => {
	const cells = heatCells(framework, 'themes', { ...row, themes: null, levels: null, status: 'draft' });
	expect(cells.every(({ agreed, level }) => agreed === false && level === null)).toBe(true);
	expect(heatAward(framework, { ...row, status: 'draft' })).toEqual({ note: 'Not agreed' });
	expect(heatAward(framework, row)).toEqual({ award: { level: 1, levels: 5, award: 'bronze' } });
});

test('a framework without levels shows what is met', () => {
	const code = compliance('1 2');
	expect(heatColumns(code, 'themes')).toEqual([{ key: 'strategy', label: 'strategy', short: 'str', place: '?by=theme#theme-strategy' }]);
	const themes = [{ id: 'strategy', level: null, worth: 0.95, met: 1, applicable: 2 }];
	expect(heatCells(code, 'themes', { ...row, themes, target: null })[0]).toMatchObject({ level: 4, text: '1/2', label: '1 of 2 met' });
});
