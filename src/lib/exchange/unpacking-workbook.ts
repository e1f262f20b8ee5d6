import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';

/** What an honest workbook of 5 MB unpacks to is far below both. */
export const mostUnpacked = 80 * 1024 * 1024;
export const mostEntries = 300;

const bomb = refused(
	'unpacks-too-large',
	'The file unpacks to far more than its size, so it was not opened. Save the sheet anew with fewer rows, or as CSV',
	'file'
);
const broken = refused('broken', 'The file is damaged and cannot be opened. Open it in your spreadsheet program and save it anew', 'file');
const notWorkbook = refused('not-a-workbook', 'The file is a ZIP archive but not an Excel workbook. Choose an XLSX or CSV file', 'file');
const locked = refused('locked', 'The file is protected by a password. Remove the password and upload it again', 'file');

/**
 * The XML parts of a workbook by their path. Nothing is believed: sizes are read from the central directory first and
 * counted again while unpacking, so that a ZIP bomb ends in a sentence, not in memory.
 */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Outcome<{ parts: Map<string, Buffer> }>> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// a comment after the directory could hide a second one, which another reader would take for the first
	if (buffer.length < 22 || buffer.readUInt32LE(buffer.length - 22) !== 0x06054b50) return broken;
	try {
		const archive = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false });
		const listed = await list(archive);
		if (!Array.isArray(listed)) return listed;
		const parts = await unpack(archive, listed);
		return parts ? done({ parts }) : bomb;
	} catch {
		return broken;
	}
}

async function list(archive: ZipFile): Promise<Entry[] | Refused> {
	if (archive.entryCount > mostEntries) return bomb;
	const entries: Entry[] = [];
	let unpacked = 0;
	for await (const entry of archive.eachEntry()) {
		unpacked += entry.uncompressedSize;
		if (unpacked > mostUnpacked || entries.push(entry) > mostEntries) return bomb;
		if (entry.isEncrypted()) return locked;
	}
	// two parts of one name: another reader might take the other
	if (new Set(entries.map(({ fileName }) => fileName)).size < entries.length) return broken;
	return entries.some(({ fileName }) => fileName === 'xl/workbook.xml') ? entries : notWorkbook;
}

/** Null when more comes out than may. */
async function unpack(archive: ZipFile, entries: Entry[]): Promise<Map<string, Buffer> | null> {
	const parts = new Map<string, Buffer>();
	let unpacked = 0;
	for (const entry of entries) {
		const chunks: Buffer[] = [];
		for await (const chunk of await archive.openReadStreamPromise(entry)) {
			unpacked += (chunk as Buffer).length;
			if (unpacked > mostUnpacked) return null;
			if (/\.(xml|rels)$/.test(entry.fileName)) chunks.push(chunk as Buffer);
		}
		if (chunks.length) parts.set(entry.fileName, Buffer.concat(chunks));
	}
	return parts;
}
