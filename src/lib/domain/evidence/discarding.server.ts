import { and, eq, lt } from 'drizzle-orm';
import { asideOf, write, type Database } from '#lib/server/database.ts';
import { filePieces, uploads } from './tables.ts';

const piecesAtOnce = 16;
/** Long enough to put a form right after lunch. */
const kept = 24 * 60 * 60 * 1000;

/** Throws away an upload that nothing was made of, a few pieces at a time so that nobody else is held up. */
export function discardUpload(db: Database, id: string): void {
	const isThere = db.select({ id: uploads.id }).from(uploads).where(eq(uploads.id, id)).get();
	// what was kept has no upload any more: its pieces are the file's
	if (!isThere) return;
	discardPieces(db, id);
	write(db, (tx) => tx.delete(uploads).where(eq(uploads.id, id)).run());
}

/** Throws away the pieces of an upload whose content is stored already, or not wanted. */
export function discardPieces(db: Database, id: string): void {
	const aside = asideOf(db);
	for (let from = 0, gone = 1; gone > 0; from += piecesAtOnce) {
		gone = write(
			aside,
			(tx) =>
				tx
					.delete(filePieces)
					.where(and(eq(filePieces.file, id), lt(filePieces.number, from + piecesAtOnce)))
					.run().changes
		);
	}
}

/** Throws away the uploads that were begun a day or more ago and never used; gives how many. `now` is a moment. */
export function sweepUploads(db: Database, now: number): number {
	const left = db
		.select({ id: uploads.id })
		.from(uploads)
		.where(lt(uploads.startedAt, now - kept))
		.all();
	for (const { id } of left) discardUpload(db, id);
	return left.length;
}
