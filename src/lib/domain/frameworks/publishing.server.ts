import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { changesBetween, type Change } from './comparing.ts';
import { sha256Of } from './loading.server.ts';
import { checkFramework } from './reading.ts';
import { type StoredVersion, versionById } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';

/** What a finished draft changes against the version it was copied from; null where that one is not here any more. */
export function changesOfDraft(db: Database, draft: Pick<StoredVersion, 'copiedFrom' | 'document'>) {
	const source = draft.copiedFrom ? versionById(db, draft.copiedFrom) : undefined;
	const changes: Change[] = source ? changesBetween(source.document, draft.document) : [];
	return source ? { from: { id: source.id, number: source.number }, changes } : null;
}

/**
 * Publishes a draft: from then on it never changes, and cycles can be launched on it (DOMAIN section 2). Refused while
 * anything in it is wrong, and where somebody saved it since the person looked.
 */
export function publish(db: Database, person: Person, id: string, seen: number): Outcome {
	return write(db, (tx) => {
		const draft = versionById(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'This version is published already, or is not here any more');
		if (draft.version !== seen) return refused('changed', 'The draft was changed while you were reading. Look again, then publish.');
		const checked = checkFramework(draft.document);
		if (!checked.ok) return refused('unfinished', 'The draft is not finished. Put right what is listed, then publish.');
		const document = checked.framework;
		const sha256 = sha256Of(document);
		tx.update(frameworkVersions)
			.set({ state: 'published', document, sha256, publishedAt: now(), publishedBy: person.id, version: seen + 1 })
			.where(and(eq(frameworkVersions.id, id), eq(frameworkVersions.version, seen)))
			.run();
		const changes = changesOfDraft(tx, { ...draft, document })?.changes.map(({ sentence }) => sentence) ?? [];
		record(
			tx,
			person,
			`published framework ${draft.name} ${draft.number}`,
			{ kind: 'framework version', id },
			{
				state: { from: 'draft', to: 'published' },
				sha256: { from: null, to: sha256 },
				...(changes.length ? { changes: { from: null, to: changes } } : {})
			}
		);
		return done();
	});
}
