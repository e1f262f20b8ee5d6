import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { versionById } from './seeing.server.ts';
import { frameworkVersions } from './tables.ts';

/** Withdraws a published version: no new cycle is launched on it; assessments already made on it keep it (DOMAIN section 2). */
export const withdraw = (db: Database, person: Person, id: string, seen: number): Outcome =>
	setState(db, person, id, seen, { from: 'published', to: 'withdrawn', what: 'withdrew framework' });

/** Puts a withdrawn version back into use: its text is the one that was published. */
export const putBack = (db: Database, person: Person, id: string, seen: number): Outcome =>
	setState(db, person, id, seen, { from: 'withdrawn', to: 'published', what: 'put framework back into use' });

type Step = { from: 'published' | 'withdrawn'; to: 'published' | 'withdrawn'; what: string };

function setState(db: Database, person: Person, id: string, seen: number, { from, to, what }: Step): Outcome {
	return write(db, (tx) => {
		const found = versionById(tx, id);
		if (found?.state !== from || found.version !== seen)
			return refused('changed', 'This version was changed while you were reading. Look again, then choose.');
		tx.update(frameworkVersions)
			.set({ state: to, version: seen + 1 })
			.where(eq(frameworkVersions.id, id))
			.run();
		record(tx, person, `${what} ${found.name} ${found.number}`, { kind: 'framework version', id }, { state: { from, to } });
		return done();
	});
}
