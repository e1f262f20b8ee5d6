import { and, eq, isNotNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { storedFiles, uploads } from './tables.ts';

export type Upload = { id: string; fileName: string; sha256: string; size: number; ending: string; type: string };

/** A file this person uploaded and has not used yet; null where there is none (any more). */
export function uploadOf(db: Database, person: Pick<Person, 'id'>, id: string): Upload | null {
	const found = db
		.select()
		.from(uploads)
		.where(and(eq(uploads.id, id), eq(uploads.personId, person.id), isNotNull(uploads.sha256)))
		.get();
	if (!found?.sha256 || found.size === null || !found.ending || !found.type) return null;
	const { fileName, sha256, size, ending, type } = found;
	return { id, fileName, sha256, size, ending, type };
}

/** Whether a file with this fingerprint is kept already. */
export const isStored = (db: Database, sha256: string): boolean =>
	db.select({ size: storedFiles.size }).from(storedFiles).where(eq(storedFiles.sha256, sha256)).get() !== undefined;

/**
 * Makes a stored file of an upload. Its pieces stay where they are; where the same file is stored already they are not
 * needed, so that identical files are kept once (DOMAIN section 2.4).
 */
export function keepFile(tx: Transaction, person: Pick<Person, 'id'>, id: string): Outcome<{ sha256: string; fileName: string }> {
	const upload = uploadOf(tx, person, id);
	if (!upload) return refused('upload-gone', 'Choose the file again: it was kept for a day and is gone', 'file');
	const { sha256, fileName, size, ending, type } = upload;
	if (isStored(tx, sha256)) {
		// its pieces went when it had come in, or go with the next sweep if the other one was faster
		tx.update(uploads).set({ sha256: null, startedAt: 0 }).where(eq(uploads.id, id)).run();
		return done({ sha256, fileName });
	}
	tx.insert(storedFiles).values({ sha256, size, ending, type, pieces: id }).run();
	tx.delete(uploads).where(eq(uploads.id, id)).run();
	return done({ sha256, fileName });
}
