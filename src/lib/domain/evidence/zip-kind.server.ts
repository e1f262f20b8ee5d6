import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import type { Database } from '#lib/server/database.ts';
import { pieceOf } from './sending.server.ts';
import { pieceBytes } from './piece.ts';

/** An Office file has a few hundred parts; what lists more than this is not looked at any further. */
const mostEntries = 5000;

class PieceReader extends RandomAccessReader {
	constructor(
		private db: Database,
		private file: string
	) {
		super();
	}
	override _readStreamForRange(start: number, end: number) {
		return Readable.from(bytesOf(this.db, this.file, start, end), { objectMode: false });
	}
}

function* bytesOf(db: Database, file: string, start: number, end: number) {
	for (let at = start; at < end;) {
		const number = Math.floor(at / pieceBytes);
		const from = at - number * pieceBytes;
		const some = pieceOf(db, file, number)?.subarray(from, Math.min(pieceBytes, from + end - at));
		if (!some?.length) return;
		at += some.length;
		yield some;
	}
}

const directories = { word: 'doc', xl: 'xls', ppt: 'ppt' } as const;

/**
 * What a stored ZIP is by the names its list of contents gives, for those whose first bytes do not tell: 'docx',
 * 'xlsm', … or plainly 'zip'. 'unknown' where the list cannot be read. Nothing is unpacked.
 */
export async function kindOfZip(db: Database, pieces: string, size: number): Promise<string> {
	try {
		const zip = await fromRandomAccessReaderPromise(new PieceReader(db, pieces), size);
		const names = new Set<string>();
		for await (const { fileName } of zip.eachEntry()) {
			names.add(fileName);
			if (names.size > mostEntries) break;
		}
		return kindByNames([...names]);
	} catch {
		return 'unknown';
	}
}

function kindByNames(names: string[]): string {
	if (!names.includes('[Content_Types].xml')) return 'zip';
	const directory = (Object.keys(directories) as (keyof typeof directories)[]).find((name) =>
		names.some((entry) => entry.startsWith(`${name}/`))
	);
	if (!directory) return 'zip';
	return directories[directory] + (names.some((name) => name.endsWith('vbaProject.bin')) ? 'm' : 'x');
}
