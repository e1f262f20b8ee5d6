import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { awardsChart } from './awards.ts';
import { drawChart } from './drawing.server.ts';
import { indexOverTimeChart } from './index-over-time.ts';
import { themeProfileChart } from './theme-profile.ts';

const awards = awardsChart({
	awards: [
		{ name: 'Gold', baseline: 0, now: 1 },
		{ name: 'Silver', baseline: 2, now: 4 },
		{ name: 'Bronze', baseline: 9, now: 6 },
		{ name: 'No award', baseline: 1, now: 0 }
	]
});
const profile = themeProfileChart({
	levels: 5,
	themes: ['Strategy', 'Culture', 'Staff behaviours', 'Feedback', 'User-centred design', 'Measures and data', 'Analytics'].map(
		(name, index) => ({
			name,
			claimed: [4, 3, 3, 3, 3, 3, null][index] ?? null,
			evidenced: [4, 2, 3, 3, 2, 3, null][index] ?? null,
			agreed: [4, 2, 2, 3, 2, 2, null][index] ?? null
		})
	)
});
const index = indexOverTimeChart({
	levels: 5,
	times: ['2024/25', '2025/26', '2026/27'],
	lines: [
		{ name: 'Lettings and tenancies', values: [2.31, 2.6, 2.98] },
		{ name: 'All services', values: [1.98, 2.2, 2.51] }
	]
});

/** How many different colours stand in the picture, and its size. */
async function look(picture: Buffer) {
	const image = await loadImage(picture);
	const canvas = createCanvas(image.width, image.height);
	const context = canvas.getContext('2d');
	context.drawImage(image, 0, 0);
	const { data } = context.getImageData(0, 0, image.width, image.height);
	const colours = new Map<string, number>();
	for (let at = 0; at < data.length; at += 4) {
		const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
		colours.set(colour, (colours.get(colour) ?? 0) + 1);
	}
	return { width: image.width, height: image.height, colours };
}

test.each([
	['awards', awards],
	['profile', profile],
	['index', index]
])('the %s chart is drawn at twice the size, on white, in our ink', async (name, chart) => {
	const picture = drawChart(chart as never, 480, 300);
	const { width, height, colours } = await look(picture);
	expect([width, height]).toEqual([960, 600]);
	expect(colours.get('255,255,255')).toBeGreaterThan(100_000);
	expect(colours.get('12,47,56')).toBeGreaterThan(500);
});
