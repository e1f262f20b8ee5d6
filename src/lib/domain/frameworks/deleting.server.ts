import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { versionById } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';

/** Deletes a draft for good. A version that was ever published stays: assessments and reports are read by it. */
export function deleteDraft(db: Database, person: Person, id: string, seen: number): Outcome {
	return write(db, (tx) => {
		const draft = versionById(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'Only a draft can be deleted');
		if (draft.version !== seen) return refused('changed', 'The draft was changed while you were reading. Look again, then delete it.');
		tx.delete(frameworkVersions).where(eq(frameworkVersions.id, id)).run();
		record(
			tx,
			person,
			`deleted draft ${draft.name} ${draft.number}`,
			{ kind: 'framework version', id },
			{ sha256: { from: draft.sha256, to: null } }
		);
		return done();
	});
}
