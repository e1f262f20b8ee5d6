import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { XmrTable } from './xmr-chart.ts';
import { xmrPoints } from './xmr-points.ts';

const table = (values: (number | null)[], more: Partial<XmrTable> = {}): XmrTable => ({
	name: 'Share',
	points: values.map((value, at) => ({ name: `October ${2000 + at}`, value, signals: [] })),
	centre: 80,
	lower: 70,
	upper: 90,
	signals: [],
	target: 85,
	scale: [0, 100],
	places: 1,
	...more
});
const size = { width: 760, height: 360 };

test('values stand at even steps, higher ones higher, with rules at round figures', () => {
	const { line, grid, months, centre, target, limits } = xmrPoints(table([72, 80, 88]), size);
	const places = [...line.matchAll(/([ML])([\d.]+) ([\d.]+)/g)].map(([, how, x, y]) => ({ how, x: Number(x), y: Number(y) }));
	expect(places.map(({ how }) => how).join('')).toBe('MLL');
	expect(places[1]!.x - places[0]!.x).toBeCloseTo(places[2]!.x - places[1]!.x, 0);
	expect(places[0]!.y > places[1]!.y && places[1]!.y > places[2]!.y).toBe(true);
	// 70 to 90 with some air
	expect(grid.map(({ text }) => text)).toEqual(['70', '75', '80', '85', '90']);
	expect(grid.find(({ text }) => text === '80')!.y).toBe(centre);
	expect([grid.find(({ text }) => text === '90')!.y, grid.find(({ text }) => text === '70')!.y]).toEqual(limits);
	expect(grid.find(({ text }) => text === '85')!.y).toBe(target);
	expect(months[0]!.words).toEqual(['Oct', '2000']);
});

test('a hole ends the line; a point with a signal is a diamond with the number of its sentence', () => {
	const holed = table([80, null, 80, 60], { signals: ['October 2003 is below the lower limit.'] });
	holed.points[3]!.signals = [1];
	const { line, dots, signals, numbers } = xmrPoints(holed, size);
	expect(line.replaceAll(/[\d. ]/g, '')).toBe('MML');
	expect(dots.match(/M/g)).toHaveLength(2);
	expect(signals.match(/M/g)).toHaveLength(1);
	expect(numbers.map(({ text }) => text)).toEqual(['1']);
});

test('whatever the values, all of it lies in the drawing, and months do not run into one another', () => {
	const values = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(values, fc.constantFrom({ width: 360, height: 340 }, size), fc.constantFrom(0, 1), (some, room, places) => {
			const drawn = xmrPoints(table(some, { centre: null, lower: null, upper: null, target: null, scale: [0, null], places }), room);
			const numbers = [...drawn.line.matchAll(/[ML]([\d.-]+) ([\d.-]+)/g)];
			expect(numbers).toHaveLength(some.filter((value) => value !== null).length);
			for (const [, x, y] of numbers) {
				expect(Number(x)).toBeGreaterThanOrEqual(drawn.left);
				expect(Number(x)).toBeLessThanOrEqual(drawn.right);
				expect(Number(y)).toBeGreaterThanOrEqual(0);
				expect(Number(y)).toBeLessThanOrEqual(drawn.bottom + 0.1);
			}
			expect(drawn.grid.length).toBeLessThanOrEqual(8);
			expect(new Set(drawn.grid.map(({ text }) => text)).size).toBe(drawn.grid.length);
			for (const [at, { x }] of drawn.months.entries()) if (at) expect(x - drawn.months[at - 1]!.x).toBeGreaterThan(40);
		})
	);
});
