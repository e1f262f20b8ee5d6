export type ImageSize = { width: number; height: number };

const at = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Width and height in pixels as a PNG says in its first chunk (PNG specification, 11.2.1), or null. */
function pngSize(bytes: Uint8Array): ImageSize | null {
	if (bytes.length < 24) return null;
	return { width: at(bytes).getUint32(16), height: at(bytes).getUint32(20) };
}

/** The markers of a JPEG that begin a frame: ITU-T T.81, table B.1. Three of that row are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Width and height in pixels as a JPEG's first frame says (ITU-T T.81, B.2.2), or null. */
function jpegSize(bytes: Uint8Array): ImageSize | null {
	const view = at(bytes);
	for (let from = 2; from + 9 <= bytes.length && bytes[from] === 0xff; from += 2 + view.getUint16(from + 2)) {
		if (isFrame(bytes[from + 1]!)) return { width: view.getUint16(from + 7), height: view.getUint16(from + 5) };
	}
	return null;
}

/** How large a PNG or JPEG says it is, read before anything is unpacked: a small file can claim to be enormous. */
export function imageSize(bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): ImageSize | null {
	const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
	return size && size.width > 0 && size.height > 0 ? size : null;
}
