import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { ChartConfiguration } from 'chart.js';
import { Chart } from './chart-parts.ts';
import { paper } from './chart-ink.ts';

const require = createRequire(import.meta.url);
let registered = false;

/** Takes the report's own type, or the drawing would be written in whatever the machine has. */
export function registerFont(): void {
	if (registered) return;
	for (const weight of [400, 600]) {
		const path = require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`);
		if (!GlobalFonts.registerFromPath(path, 'Source Sans 3')) throw new Error(`The type for charts could not be read: weight ${weight}`);
	}
	registered = true;
}

/**
 * Draws a chart for a report: the same definition as in the browser, as a PNG on white.
 * @param width in points of the page; the picture has twice as many dots each way
 */
export function drawChart(
	chart: ChartConfiguration<'radar' | 'bar' | 'line', (number | null)[], string>,
	width: number,
	height: number
): Buffer {
	registerFont();
	const canvas = createCanvas(width * 2, height * 2);
	const onWhite = {
		id: 'on-white',
		beforeDraw({ ctx }: { ctx: CanvasRenderingContext2D }) {
			ctx.save();
			ctx.fillStyle = paper;
			ctx.fillRect(0, 0, width, height);
			ctx.restore();
		}
	};
	const drawn = new Chart(canvas as unknown as HTMLCanvasElement, {
		...chart,
		options: { ...chart.options, responsive: false, devicePixelRatio: 2 },
		plugins: [...(chart.plugins ?? []), onWhite]
	});
	drawn.resize(width, height);
	const picture = canvas.toBuffer('image/png');
	drawn.destroy();
	return picture;
}
