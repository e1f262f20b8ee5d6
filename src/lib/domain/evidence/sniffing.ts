import { fileTypeFromBuffer } from 'file-type';

/**
 * What a file is by its first bytes, whatever it is called: 'pdf', 'docx', 'png', 'text', 'markup', 'script', 'zip',
 * 'unknown' and so on. Text is looked at first, since a note that begins with "BM" is not a bitmap.
 */
export async function sniff(head: Uint8Array): Promise<string> {
	const text = textOf(head);
	if (text !== null) return kindOfText(text);
	const found = await fileTypeFromBuffer(head);
	return found?.ext ?? 'unknown';
}

function kindOfText(text: string): string {
	const start = text.trimStart();
	if (start.startsWith('%PDF-')) return 'pdf';
	if (start.startsWith('{\\rtf')) return 'rtf';
	if (/^<[!?a-z/]/i.test(start)) return 'markup';
	if (start.startsWith('#!')) return 'script';
	return 'text';
}

// control characters that no text holds; tab, line ends and form feed may be there
const control = /(?![\t\n\r\f])\p{Cc}/u;

/** The bytes as text where they are honestly text: UTF-8, UTF-16 with its mark, or Windows-1252. Null where they are not. */
export function textOf(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
	// what was cut off in the middle of a letter is not wrong, so the end is left open
	for (const name of encoding === 'utf-8' ? ['utf-8', 'windows-1252'] : [encoding]) {
		try {
			const text = new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
			return control.test(text) ? null : text;
		} catch {
			continue;
		}
	}
	return null;
}
