import { storeUpload } from '#lib/domain/evidence/storing.server.ts';
import type { Details } from '#lib/domain/evidence/keeping.server.ts';
import type { Database } from '#lib/server/database.ts';
import { workbookOf, zipOf } from './workbooks.ts';

/* Real files, small, made byte by byte. */

const part = (path: string, text: string) => ({ path, content: Buffer.from(text) });
const types = (main: string) =>
	`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const files = {
	pdf: Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
	png: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
	xlsx: Buffer.from(workbookOf('<row r="1"><c r="A1"><v>1</v></c></row>')),
	docx: Buffer.from(zipOf([part('[Content_Types].xml', types(word)), part('word/document.xml', '<w:document/>')])),
	zip: Buffer.from(zipOf([part('one.txt', 'one')])),
	csv: Buffer.from('Quarter;Answered\r\nQ1;81 %\r\n'),
	html: Buffer.from('<!doctype html><script>alert(1)</script>'),
	svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
};

/** Bytes as they come over the wire: in chunks that fit nothing. */
export async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** So many bytes of text, made while they are read: never all there at once. */
export async function* textOfLength(bytes: number, chunk = 65_521): AsyncGenerator<Uint8Array> {
	const some = Buffer.alloc(chunk, 'Repairs done on the day\n');
	for (let left = bytes; left > 0; left -= chunk) yield some.subarray(0, Math.min(chunk, left));
}

/** Uploads a file as a person; gives the id of the upload. */
export async function anUpload(db: Database, personId: string, name: string, bytes: Uint8Array): Promise<string> {
	const outcome = await storeUpload(db, { id: personId }, name, inChunks(bytes));
	if (!outcome.ok) throw new Error(outcome.text);
	return outcome.upload;
}

/** What a form says of a piece of evidence. */
export const details = (more: Partial<Details> = {}): Details => ({
	title: 'Repairs standards, second quarter',
	shows: 'How often each repair standard was met',
	ownerId: 'manager',
	effectiveFrom: '2026-07-01',
	effectiveTo: '2026-12-31',
	strength: 'high',
	reviewOn: '',
	...more
});
