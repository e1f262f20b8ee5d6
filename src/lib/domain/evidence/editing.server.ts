import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { keepResultsSupportedBy } from './affected-results.server.ts';
import { columnsOf, ownerRefused, type Details } from './keeping.server.ts';
import { pieceToSave, savePiece } from './saving-version.server.ts';

const labels = {
	title: 'Title',
	shows: 'What it shows',
	effectiveFrom: 'First day it is true',
	effectiveTo: 'Last day it is true',
	strength: 'Strength',
	reviewOn: 'Review date'
};

/**
 * Changes what is said of a piece of evidence, not what it holds. `version` is the save the person was looking at; a
 * stale one is refused with both texts. A changed period changes the results it supports, in the same transaction.
 */
export function editEvidence(db: Database, person: Person, id: string, version: number, details: Details, today: string): Outcome {
	return write(db, (tx) => {
		const next = columnsOf(details);
		const found = pieceToSave(tx, id, version, next, labels);
		if (!found.ok) return found;
		const nobody = next.ownerId === found.piece.ownerId ? null : ownerRefused(tx, next.ownerId);
		if (nobody) return nobody;
		const change = changesOf<typeof next>(found.piece, next);
		if (!Object.keys(change).length) return done();
		savePiece(tx, id, next);
		record(tx, person, `changed evidence ${next.title}`, { kind: 'evidence', id }, change);
		if (change.effectiveFrom || change.effectiveTo) keepResultsSupportedBy(tx, id, today);
		return done();
	});
}
