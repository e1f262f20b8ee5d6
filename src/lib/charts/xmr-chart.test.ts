import { expect, test } from 'vitest';
import { drawChart } from './drawing.server.ts';
import { xmrChart, xmrNumbers, xmrSpan, type XmrTable } from './xmr-chart.ts';

const values = [80, 82, 79, 81, 80, 83, 78, 81, 80, 82, 79, 60];
const table: XmrTable = {
	name: 'Mean quality',
	points: values.map((value, at) => ({ name: `Month ${at + 1}`, value, signals: at === 11 ? [1] : at > 8 ? [2] : [] })),
	centre: 78.75,
	lower: 68.4,
	upper: 89.1,
	signals: ['Month 12 is below the lower limit.', 'Three are near the limit.'],
	target: 85,
	scale: [0, 100],
	places: 1
};

test('the axis holds every line with some air, and never leaves the scale', () => {
	const { min, max } = xmrSpan(table);
	expect([min < 60, min > 50, max > 89.1, max < 100]).toEqual([true, true, true, true]);
	expect(xmrSpan({ ...table, upper: 99.5, lower: 0.5 })).toEqual({ min: 0, max: 100 });
	expect(xmrSpan({ ...table, points: [{ name: 'One', value: 4, signals: [] }], lower: null, upper: null, target: null })).toMatchObject({
		min: 4 - 0.48
	});
});

test('each signal bears its number once, at its first point, away from the centre', () => {
	expect(xmrNumbers(table)).toEqual([
		{ at: 11, text: '1', isAbove: false },
		{ at: 9, text: '2', isAbove: true }
	]);
});

test('nothing rests on colour: lines differ by dash, signals by shape, and limits stand in the key once', () => {
	const { data } = xmrChart(table);
	expect(data.datasets.map(({ label }) => label)).toEqual(['Mean quality', 'Centre', 'Limits', 'Limits', 'Target', 'Signal']);
	expect(new Set(data.datasets.slice(2, 5).map(({ borderDash }) => String(borderDash))).size).toBe(2);
	expect(data.datasets[5]).toMatchObject({ showLine: false, pointStyle: 'rectRot' });
	expect(data.datasets[5]?.data.filter((value) => value !== null)).toEqual([82, 79, 60]);
});

test('without limits only the values are drawn, and a hole stays one', () => {
	const few: XmrTable = { ...table, centre: null, lower: null, upper: null, target: null, signals: [], points: table.points.slice(0, 4) };
	const holed = { ...few, points: [...few.points, { name: 'Month 5', value: null, signals: [] }] };
	expect(xmrChart(holed).data.datasets.map(({ data }) => data)).toEqual([[80, 82, 79, 81, null]]);
});

test('it is drawn on the server as in the browser', () => {
	expect(drawChart(xmrChart(table), 480, 280).subarray(1, 4).toString()).toBe('PNG');
});
