import { eq, sql } from 'drizzle-orm';
import { lastChangeOf } from '#lib/domain/audit/last-change.server.ts';
import { conflictOf, refused, stale, type Refused } from '#lib/domain/outcome.ts';
import type { Transaction } from '#lib/server/database.ts';
import { evidence } from './tables.ts';

export type Piece = typeof evidence.$inferSelect;

/** The piece as a save finds it, if that save may go on: it must be there, not withdrawn, and as the person saw it. */
export function pieceToSave(
	tx: Transaction,
	id: string,
	version: number,
	mine: Record<string, unknown>,
	labels: Record<string, string>
): { ok: true; piece: Piece } | Refused {
	const piece = tx.select().from(evidence).where(eq(evidence.id, id)).get();
	if (!piece) return refused('not-found', 'This evidence is not there any more');
	if (piece.withdrawnAt) return refused('withdrawn', 'This evidence has been withdrawn, so it cannot be changed');
	if (piece.version === version) return { ok: true, piece };
	return stale(conflictOf(piece, mine, labels, lastChangeOf(tx, { kind: 'evidence', id })));
}

/** Saves columns of a piece and counts the save. */
export function savePiece(tx: Transaction, id: string, columns: Partial<Piece>): void {
	tx.update(evidence)
		.set({ ...columns, version: sql`${evidence.version} + 1` })
		.where(eq(evidence.id, id))
		.run();
}
