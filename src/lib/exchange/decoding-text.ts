import { done, refused, type Outcome } from '#lib/domain/outcome.ts';

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);
/** Windows-1252 from 80 to 9F; a question mark where it has no letter. The rest is Latin 1. WHATWG Encoding, index windows-1252. */
const windowsLetters = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';
const noLetter = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one ("Unicode text" from Excel), else
 * Windows-1252 (Excel's older CSV), which is said because a wrong guess shows in names like Renée.
 */
export function decodeText(bytes: Uint8Array): Outcome<{ text: string; note: string | null }> {
	if (startsWith(bytes, 0xff, 0xfe)) return decoded(bytes, 'utf-16le');
	if (startsWith(bytes, 0xfe, 0xff)) return decoded(bytes, 'utf-16be');
	if (bytes.includes(0))
		return refused('nul', 'The file is not plain text (it has NUL bytes in it). Save it as “CSV UTF-8” or as XLSX and upload that', 'file');
	const utf8 = decoded(bytes, 'utf-8');
	if (utf8.ok) return utf8;
	const latin = Buffer.from(bytes).toString('latin1');
	if (noLetter.test(latin)) return unreadable;
	// Node 20's own decoder takes Windows-1252 for Latin 1, and loses dashes and curly quotation marks
	const text = latin.replaceAll(/[\u0080-\u009f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter);
	return done({ text, note: 'The file is not UTF-8, so it was read as Windows-1252. Check names with accents and pound signs.' });
}

const unreadable = refused('encoding', 'The letters of this file cannot be read. Save it as “CSV UTF-8” and upload that', 'file');

function decoded(bytes: Uint8Array, encoding: string): Outcome<{ text: string; note: null }> {
	try {
		return done({ text: new TextDecoder(encoding, { fatal: true }).decode(bytes), note: null });
	} catch {
		return unreadable;
	}
}
