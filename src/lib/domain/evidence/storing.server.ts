import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { asideOf, write, type Database } from '#lib/server/database.ts';
import { storageRefusal } from '#lib/server/submitting.ts';
import { councilLimits } from './council-limits.server.ts';
import { discardPieces, discardUpload } from './discarding.server.ts';
import { contentRefused, endingRefused, fileKinds } from './file-kind.ts';
import { isStored } from './keeping-file.server.ts';
import { cleanFileName, endingOf } from './file-name.ts';
import { mostBytes, showSize } from './file-size.ts';
import { pieceBytes } from './piece.ts';
import { sniff } from './sniffing.ts';
import { filePieces, uploads } from './tables.ts';
import { kindOfZip } from './zip-kind.server.ts';

/** The sentence for a file that holds too much. `bytes` null where it was not counted to its end. */
export const tooLarge = (name: string, bytes: number | null): Refused =>
	refused(
		'too-large',
		`The file ${name} ${bytes === null ? 'is' : `is ${showSize(bytes)},`} larger than ${showSize(mostBytes)}. Choose a smaller file, or save it with smaller pictures`,
		'file'
	);

/**
 * Takes in a file as it comes, in pieces of 256 KB, each its own short write so that nobody else is held up: memory
 * stays the same however large the file is. What it is is sniffed from its bytes. Gives the id of an upload, which
 * belongs to this person and is swept away unless something is made of it. Refused where it is too large, empty, of
 * a kind the council does not take, or not what its name says; then nothing stays. DOMAIN section 2.4.
 */
export async function storeUpload(
	db: Database,
	person: Pick<Person, 'id'>,
	rawName: string,
	source: AsyncIterable<Uint8Array>
): Promise<Outcome<{ upload: string }>> {
	const name = cleanFileName(rawName);
	const ending = endingOf(name);
	const unwanted = endingRefused(name, ending, councilLimits(db).allowedFileTypes);
	if (unwanted) {
		await readToItsEnd(source);
		return refused('wrong-type', unwanted, 'file');
	}
	const id = write(
		db,
		(tx) => tx.insert(uploads).values({ personId: person.id, fileName: name, startedAt: now() }).returning({ id: uploads.id }).get().id
	);
	try {
		const came = await storePieces(db, id, source);
		const problem = await problemOf(db, id, { name, ending, ...came });
		if (problem) discardUpload(db, id);
		if (problem) return problem;
		const { sha256, size } = came;
		if (isStored(db, sha256)) discardPieces(db, id);
		write(db, (tx) => tx.update(uploads).set({ sha256, size, ending, type: fileKinds[ending]?.type }).where(eq(uploads.id, id)).run());
		return done({ upload: id });
	} catch (failure) {
		const storage = storageRefusal(failure);
		// a disk without room may refuse this too: then the sweep does it
		if (!storage) discardUpload(db, id);
		if (!storage) throw failure;
		return storage;
	}
}

type Came = { size: number; sha256: string; head: Uint8Array };

/** Writes the pieces of an upload. What goes over the limit is counted but not kept. */
async function storePieces(db: Database, id: string, source: AsyncIterable<Uint8Array>): Promise<Came> {
	const aside = asideOf(db);
	const hash = createHash('sha256');
	// one buffer is filled over and over: a new one for each piece would wait for the collector by the dozen
	const piece = Buffer.alloc(pieceBytes);
	let head: Uint8Array | null = null;
	let filled = 0;
	let size = 0;
	let number = 0;
	const keep = () => {
		const bytes = piece.subarray(0, filled);
		head ??= Uint8Array.from(bytes);
		const row = { file: id, number: number++, bytes };
		write(aside, (tx) => tx.insert(filePieces).values(row).run());
		filled = 0;
	};
	for await (const chunk of source) {
		size += chunk.length;
		if (size > mostBytes) continue;
		hash.update(chunk);
		for (let taken = 0; taken < chunk.length;) {
			const some = chunk.subarray(taken, taken + pieceBytes - filled);
			piece.set(some, filled);
			filled += some.length;
			taken += some.length;
			if (filled === pieceBytes) keep();
		}
	}
	if (filled > 0 && size <= mostBytes) keep();
	return { size, sha256: hash.digest('hex'), head: head ?? new Uint8Array() };
}

async function problemOf(db: Database, id: string, { name, ending, size, head }: Came & { name: string; ending: string }) {
	if (size === 0) return refused('empty', `The file ${name} is empty`, 'file');
	if (size > mostBytes) return tooLarge(name, size);
	const sniffed = await sniff(head);
	const looksLike = sniffed === 'zip' ? await kindOfZip(db, id, size) : sniffed;
	const problem = contentRefused(name, ending, looksLike);
	return problem ? refused('wrong-type', problem, 'file') : null;
}

/** A browser shows no answer before it has sent everything. */
async function readToItsEnd(source: AsyncIterable<Uint8Array>): Promise<void> {
	for await (const chunk of source) void chunk;
}
