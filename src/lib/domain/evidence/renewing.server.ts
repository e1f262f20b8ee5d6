import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { NewContent } from './content.ts';
import { heldBy, insertVersion } from './keeping.server.ts';
import { pieceToSave, savePiece } from './saving-version.server.ts';

/**
 * Puts a new file, link or text in the place of the one that stands. The old version stays and can still be downloaded
 * (DOMAIN section 2.4). `version` is the save the person was looking at.
 */
export function renewEvidence(db: Database, person: Person, id: string, version: number, content: NewContent): Outcome<{ number: number }> {
	return write(db, (tx) => {
		const found = pieceToSave(tx, id, version, {}, {});
		if (!found.ok) return found;
		const { piece } = found;
		if (content.kind !== piece.kind) return refused('other-kind', `A new version must be a ${piece.kind}, as the first one is`);
		const held = heldBy(tx, person, content);
		if (!held.ok) return held;
		const number = piece.currentVersion + 1;
		insertVersion(tx, person, id, number, held.columns);
		savePiece(tx, id, { currentVersion: number });
		record(tx, person, `added version ${number} of evidence ${piece.title}`, { kind: 'evidence', id }, changesOf({}, held.columns));
		return done({ number });
	});
}
