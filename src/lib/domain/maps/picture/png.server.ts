import { createCanvas, loadImage } from '@napi-rs/canvas';
import { registerFont } from '#lib/charts/drawing.server.ts';
import type { Drawing } from './drawing.ts';
import { svgText } from './svg-text.ts';

/** More dots than this in one direction no viewer shows. */
const mostDots = 16_000;

/** The drawing as a PNG on white, two dots a point, fewer where it would be wider or higher than 16,000 dots. */
export async function pngOf(drawing: Drawing): Promise<Buffer> {
	registerFont();
	const scale = Math.min(2, mostDots / Math.max(drawing.width, drawing.height));
	const [width, height] = [Math.ceil(drawing.width * scale), Math.ceil(drawing.height * scale)];
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	context.fillStyle = '#ffffff';
	context.fillRect(0, 0, width, height);
	const picture = await loadImage(Buffer.from(svgText(drawing, scale)));
	context.drawImage(picture, 0, 0, width, height);
	return canvas.encode('png');
}
