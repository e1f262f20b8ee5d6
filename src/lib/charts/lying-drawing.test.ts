import { expect, test } from 'vitest';
import { drawnAwards, drawnFigure } from './lying-drawing.ts';

test('dots and the ends of their intervals stand where the axis says; what is not known is not drawn', () => {
	const { lines, middle, key, ticks } = drawnFigure({
		of: 'dots',
		name: 'Leniency',
		beside: 'The last wave',
		rows: [
			{ name: 'One', value: 5, low: 0, high: 10, beside: -10 },
			{ name: 'Two', value: null, low: null, high: null, beside: null }
		],
		scale: [-10, 10],
		middle: 0
	});
	expect(lines).toMatchObject([
		{ name: 'One', dot: 75, interval: { from: 50, to: 100 }, beside: 0 },
		{ name: 'Two', dot: null, interval: null, beside: null }
	]);
	expect([middle, ticks.map(({ text }) => text)]).toEqual([50, ['−10', '−5', '0', '5', '10']]);
	// nothing rests on colour
	expect(key.map(({ as }) => as)).toEqual(['dot', 'diamond']);
});

test('shares are of a hundred, awards of the most there are, in whole services', () => {
	expect(drawnFigure({ of: 'shares', name: '%', rows: [{ name: 'Meets', share: 40 }] }).lines[0]!.bars).toEqual([{ to: 40, look: 'bar' }]);
	const drawn = drawnAwards({ awards: [{ name: 'Gold', now: 3, baseline: 1 }] });
	expect(drawn.lines[0]!.bars.map(({ to }) => to)).toEqual([100, 33.3]);
	expect(drawn.ticks.map(({ text }) => text)).toEqual(['0', '1', '2', '3']);
});
