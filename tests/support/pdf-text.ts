import { inflateSync } from 'node:zlib';

type Letters = Map<string, string>;

/** Every stream of a PDF, unpacked; those that are not text come out as nonsense. */
function streamsOf(pdf: Buffer): string[] {
	const text = pdf.toString('latin1');
	return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: head }) => {
		const start = index + head.length;
		if (text.slice(index - 3, index) === 'end') return [];
		try {
			return [inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')];
		} catch {
			return [];
		}
	});
}

const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which letters a font's glyphs are, from the table it carries for copying text. */
function lettersIn(table: string): Letters {
	const letters: Letters = new Map();
	for (const [, from = '', , list = ''] of table.matchAll(/<(\w{4})>\s*<(\w{4})>\s*\[([^\]]*)\]/g))
		// a ligature's letters stand apart: '<0066 0069>' is one entry
		[...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], i) => {
			letters.set((parseInt(from, 16) + i).toString(16).padStart(4, '0'), unicode(hex.replaceAll(' ', '')));
		});
	return letters;
}

/** What the lines of a content stream say in one font; glyphs the font has not are left out. */
const said = (content: string, letters: Letters) =>
	[...content.matchAll(/\[([^\]]*)\]\s*TJ/g)]
		.map(([, run = '']) =>
			[...run.matchAll(/<([0-9a-f]+)>/gi)]
				.flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [])
				.map((glyph) => letters.get(glyph) ?? '')
				.join('')
		)
		.join(' ');

/**
 * The words of a PDF and how many pages it has. A text run does not say its font here: each is read in every font of the
 * file, so the right words are among the readings.
 */
export function readPdf(pdf: Buffer): { pages: number; text: string } {
	const streams = streamsOf(pdf);
	const fonts = streams.filter((stream) => stream.includes('beginbfrange')).map(lettersIn);
	const contents = streams.filter((stream) => / TJ|\]\s*TJ/.test(stream));
	const text = fonts.map((letters) => contents.map((content) => said(content, letters)).join('\n')).join('\n');
	return { pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0, text: text.replace(/\s+/g, ' ') };
}
