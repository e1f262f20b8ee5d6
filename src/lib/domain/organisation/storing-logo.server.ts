import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { filePieces, storedFiles } from '#lib/domain/evidence/tables.ts';
import type { Database, Transaction } from '#lib/server/database.ts';

const pieceSize = 256 * 1024;

/** Keeps a logo among the stored files, once however often it is chosen; gives its SHA-256. */
export function storeLogo(tx: Transaction, png: Buffer): string {
	const sha256 = createHash('sha256').update(png).digest('hex');
	const added = tx
		.insert(storedFiles)
		.values({ sha256, size: png.length, type: 'image/png', ending: 'png', pieces: sha256 })
		.onConflictDoNothing()
		.run();
	if (added.changes === 0) return sha256;
	for (let number = 0; number * pieceSize < png.length; number++) {
		const bytes = png.subarray(number * pieceSize, (number + 1) * pieceSize);
		tx.insert(filePieces).values({ file: sha256, number, bytes }).run();
	}
	return sha256;
}

/** The PNG of a logo kept by `storeLogo`, or null. At most 800 × 320 pixels, so it is read in one go. */
export function logoBytes(db: Database, sha256: string): Buffer | null {
	const pieces = db
		.select({ bytes: filePieces.bytes })
		.from(storedFiles)
		.innerJoin(filePieces, eq(filePieces.file, storedFiles.pieces))
		.where(eq(storedFiles.sha256, sha256))
		.orderBy(asc(filePieces.number))
		.all();
	return pieces.length ? Buffer.concat(pieces.map(({ bytes }) => bytes)) : null;
}
