import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileTypeFromBuffer } from 'file-type';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { imageSize } from './image-size.ts';

export const mostLogoBytes = 1024 * 1024;
const mostPixelsASide = 4000;
/** As large as any page or cover shows it, at twice its size for sharp screens and print. */
const drawnWithin = { width: 800, height: 320 };

const unreadable = () => refused('unreadable-logo', 'The logo could not be read. Save it again as PNG or JPEG and try once more', 'logo');

/**
 * A logo as it was uploaded, drawn again as a PNG of at most 800 × 320 pixels. Nothing of the file itself is kept, so
 * that nothing but a picture reaches pages and reports. PNG and JPEG only, by content; an SVG can carry scripts.
 */
export async function drawLogo(bytes: Uint8Array): Promise<Outcome<{ png: Buffer }>> {
	const type = (await fileTypeFromBuffer(bytes))?.mime;
	if (type !== 'image/png' && type !== 'image/jpeg') return wrongType(bytes);
	if (bytes.length > mostLogoBytes) return refused('large-logo', 'The logo must be smaller than 1 MB', 'logo');
	const size = imageSize(bytes, type);
	if (!size) return unreadable();
	if (Math.max(size.width, size.height) > mostPixelsASide)
		return refused('large-logo', `The logo must be at most ${mostPixelsASide.toLocaleString('en-GB')} pixels wide and high`, 'logo');
	const image = await loadImage(Buffer.from(bytes)).catch(() => null);
	if (!image) return unreadable();
	const scale = Math.min(1, drawnWithin.width / image.width, drawnWithin.height / image.height);
	const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
	canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
	return done({ png: await canvas.encode('png') });
}

function wrongType(bytes: Uint8Array): Refused {
	if (bytes.length === 0) return refused('empty-logo', 'The file is empty. Choose another', 'logo');
	return refused(
		'wrong-type',
		'The logo must be a PNG or JPEG picture. Other kinds, SVG among them, can carry more than a picture',
		'logo'
	);
}
