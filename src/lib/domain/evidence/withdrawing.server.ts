import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { keepResultsSupportedBy } from './affected-results.server.ts';
import { pieceToSave, savePiece, type Piece } from './saving-version.server.ts';

/**
 * Withdraws a piece of evidence, for good and with a reason. It stays to be read and downloaded, but counts nowhere
 * from now on; what was submitted or agreed with it before stays as it was.
 */
export function withdrawEvidence(db: Database, person: Person, id: string, version: number, reason: string, today: string): Outcome {
	return write(db, (tx) => {
		const found = pieceToSave(tx, id, version, {}, {});
		if (!found.ok) return found;
		const next = { withdrawnAt: now(), withdrawnBy: person.id, withdrawnReason: reason };
		savePiece(tx, id, next);
		record(tx, person, `withdrew evidence ${found.piece.title}`, { kind: 'evidence', id }, changesOf<Partial<Piece>>(found.piece, next));
		keepResultsSupportedBy(tx, id, today);
		return done();
	});
}
