import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { interactionFiles } from '#lib/domain/paf/tables.ts';
import { imports } from '../tables.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';

/** A list may be this large: more than a million interactions. */
export const mostBytes = 100 * 1024 * 1024;
const pieceBytes = 128 * 1024;

/** Keeps an uploaded list as it comes in, a piece at a time; gives its size, or null where it is too large (nothing is kept then). */
export async function keepFile(db: Database, importId: string, source: AsyncIterable<Uint8Array>): Promise<number | null> {
	let gathered: Uint8Array[] = [];
	let size = 0;
	let waiting = 0;
	let position = 0;
	const keep = () => {
		const bytes = Buffer.concat(gathered);
		if (bytes.length) write(db, (tx) => tx.insert(interactionFiles).values({ importId, position: position++, bytes }).run());
		gathered = [];
		waiting = 0;
	};
	for await (const part of source) {
		size += part.length;
		if (size > mostBytes) continue;
		gathered.push(part);
		waiting += part.length;
		if (waiting >= pieceBytes) keep();
	}
	keep();
	if (size <= mostBytes) return size;
	write(db, (tx) => forgetFile(tx, importId));
	return null;
}

export const forgetFile = (tx: Transaction, importId: string): void => {
	tx.delete(interactionFiles).where(eq(interactionFiles.importId, importId)).run();
};

/** Throws away the kept files of lists that were discarded or could not be read. */
export const forgetFiles = (db: Database): void => {
	const done = db
		.select({ id: imports.id })
		.from(imports)
		.where(inArray(imports.state, ['discarded', 'refused', 'applied']));
	write(db, (tx) => tx.delete(interactionFiles).where(inArray(interactionFiles.importId, done)).run());
};

/** The pieces of a kept list, one at a time. */
function* piecesOf(db: Database, importId: string): Generator<Buffer> {
	for (let position = -1; ;) {
		const next = db
			.select({ position: interactionFiles.position, bytes: interactionFiles.bytes })
			.from(interactionFiles)
			.where(and(eq(interactionFiles.importId, importId), gt(interactionFiles.position, position)))
			.orderBy(asc(interactionFiles.position))
			.get();
		if (!next) return;
		position = next.position;
		yield next.bytes;
	}
}

export const firstBytes = (db: Database, importId: string): Buffer | undefined => piecesOf(db, importId).next().value ?? undefined;

/** All of a kept file: only for a workbook, which is small. */
export const keptBytes = (db: Database, importId: string): Uint8Array => new Uint8Array(Buffer.concat([...piecesOf(db, importId)]));

type Letters = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The letters a list is written in: UTF-16 where it says so, UTF-8 where all of it is, else Windows-1252 (Excel's older CSV). */
export function lettersOf(db: Database, importId: string): Letters {
	const [first = 0, second = 0] = firstBytes(db, importId) ?? [];
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for (const piece of piecesOf(db, importId)) decoder.decode(piece, { stream: true });
		decoder.decode();
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

/** Windows-1252 from 80 to 9F. Node 20's own decoder takes it for Latin 1. WHATWG Encoding, index windows-1252. */
const windowsLetters = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';
const fromWindows = (piece: Buffer) =>
	piece.toString('latin1').replaceAll(/[\u0080-\u009f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter);

/** The text of a kept list, a piece at a time. */
export function* textOf(db: Database, importId: string, letters: Letters): Generator<string> {
	const decoder = letters === 'windows-1252' ? null : new TextDecoder(letters);
	for (const piece of piecesOf(db, importId)) yield decoder ? decoder.decode(piece, { stream: true }) : fromWindows(piece);
	if (decoder) yield decoder.decode();
}
