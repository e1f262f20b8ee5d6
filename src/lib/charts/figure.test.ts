import { expect, test } from 'vitest';
import { drawChart } from './drawing.server.ts';
import { figureChart, figureShape, type Figure } from './figure.ts';
import { inLines } from './in-lines.ts';

const dots: Figure = {
	of: 'dots',
	name: 'Passed, %',
	beside: 'The last wave',
	rows: [
		{ name: 'Telephone', value: 61.9, low: 40.9, high: 79.2, beside: 50 },
		{ name: 'Face to face', value: null, low: null, high: null, beside: null }
	],
	scale: [0, 100],
	middle: null
};
const shares: Figure = { of: 'shares', name: 'Of the scores, %', rows: [{ name: 'Meets', share: 40 }] };

test('what stands beside has another shape, and is drawn only where there is any', () => {
	expect(figureChart(dots).data.datasets).toMatchObject([{ pointStyle: 'circle' }, { pointStyle: 'rectRot', data: [50, null] }]);
	expect(figureChart({ ...dots, beside: null }).data.datasets.length).toBe(1);
});

test.each([dots, { ...dots, middle: 0 }, shares])('a figure is drawn on the server as in the browser', (figure) => {
	expect(drawChart(figureChart(figure), 480, 200).subarray(1, 4).toString()).toBe('PNG');
});

test('more lines have a taller box', () => {
	const of = (n: number) => figureShape({ ...shares, rows: Array.from({ length: n }, () => ({ name: 'x', share: 1 })) });
	expect([of(6), of(12), of(13)]).toEqual(['few', 'some', 'many']);
});

test('a long name stands in two lines, or in one where there is no height for more, and says that it is cut', () => {
	expect(inLines('Face to face', 640)).toEqual(['Face to face']);
	expect(inLines('Was the customer told what happens next and when?', 280)).toEqual(['Was the', 'customer told…']);
	expect(inLines('Was the customer told what happens next and when?', 280, 20)).toEqual(['Was the…']);
	expect(inLines('Unübersehbarkeitsprüfung', 200)).toEqual(['Unüberseh…']);
});
