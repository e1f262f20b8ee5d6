import { eq, sql } from 'drizzle-orm';
import { visitEvidence } from '#lib/domain/mystery-shopping/tables.ts';
import { pafFiles } from '#lib/domain/paf/tables.ts';
import type { Transaction } from '#lib/server/database.ts';
import { evidenceVersions, filePieces, storedFiles } from './tables.ts';

/** Removes a stored file for ever where nothing has it any more: no piece of the library, no visit, no score. */
export function forgetFile(tx: Transaction, sha256: string): void {
	const one = { one: sql`1` };
	const isHeld =
		tx.select(one).from(evidenceVersions).where(eq(evidenceVersions.sha256, sha256)).get() ??
		tx.select(one).from(visitEvidence).where(eq(visitEvidence.sha256, sha256)).get() ??
		tx.select(one).from(pafFiles).where(eq(pafFiles.sha256, sha256)).get();
	if (isHeld) return;
	const gone = tx.delete(storedFiles).where(eq(storedFiles.sha256, sha256)).returning({ pieces: storedFiles.pieces }).get();
	if (gone) tx.delete(filePieces).where(eq(filePieces.file, gone.pieces)).run();
}
