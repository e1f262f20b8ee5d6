import { expect, test } from 'vitest';
import { drawnXmr } from './drawn-xmr.ts';
import { xmr, type Point } from './xmr.ts';

const points: Point[] = [80, 82, 79, 81, 80, 83, 78, 81, 80, 82, 79, 40].map((value, at) => ({ name: `Month ${at + 1}`, value }));

test('points bear the numbers of the sentences they take part in', () => {
	const drawn = drawnXmr('Mean quality', points, xmr(points, [0, 100]), { target: 85, scale: [0, 100] });
	expect(drawn.signals[0]).toBe('Month 12 is below the lower limit.');
	expect(drawn.points.flatMap(({ name, signals }) => (signals.includes(1) ? [name] : []))).toEqual(['Month 12']);
	expect(drawn).toMatchObject({ target: 85, scale: [0, 100], places: 1 });
	expect(drawn.lower).toBeLessThan(drawn.centre as number);
});

test('too few points have neither limits nor signals', () => {
	expect(drawnXmr('Mean', points.slice(0, 5), xmr(points.slice(0, 5)))).toMatchObject({ centre: null, signals: [] });
});
