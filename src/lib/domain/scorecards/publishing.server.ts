import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { columnsOf } from './loading.server.ts';
import { checkScorecard } from './reading.ts';
import { cardById } from './seeing.server.ts';
import { scorecardVersions } from './tables.ts';

const overtaken = 'This version was changed while you were reading. Look again, then choose.';

/** Publishes a draft: from then on it never changes, and contacts can be scored by it. Refused while anything in it is wrong. DOMAIN section 5. */
export function publish(db: Database, person: Person, id: string, seen: number): Outcome {
	return write(db, (tx) => {
		const draft = cardById(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'This version is published already, or is not here any more');
		if (draft.version !== seen) return refused('changed', overtaken);
		const checked = checkScorecard(draft.document);
		if (!checked.ok) return refused('unfinished', 'The draft is not finished. Put right what is listed, then publish.');
		const columns = columnsOf(checked.card);
		tx.update(scorecardVersions)
			.set({ ...columns, state: 'published', publishedAt: now(), publishedBy: person.id, version: seen + 1 })
			.where(eq(scorecardVersions.id, id))
			.run();
		record(
			tx,
			person,
			`published scorecard ${draft.name} ${draft.number}`,
			{ kind: 'scorecard version', id },
			{ state: { from: 'draft', to: 'published' }, sha256: { from: null, to: columns.sha256 } }
		);
		return done();
	});
}

type Step = { from: 'published' | 'withdrawn'; to: 'published' | 'withdrawn'; what: string };

/** Withdraws a published version: nothing new is scored by it; what was scored by it stays. */
export const withdraw = (db: Database, person: Person, id: string, seen: number): Outcome =>
	setState(db, person, id, seen, { from: 'published', to: 'withdrawn', what: 'withdrew scorecard' });

/** Puts a withdrawn version back into use: its text is the one that was published. */
export const putBack = (db: Database, person: Person, id: string, seen: number): Outcome =>
	setState(db, person, id, seen, { from: 'withdrawn', to: 'published', what: 'put scorecard back into use' });

function setState(db: Database, person: Person, id: string, seen: number, { from, to, what }: Step): Outcome {
	return write(db, (tx) => {
		const found = cardById(tx, id);
		if (found?.state !== from || found.version !== seen) return refused('changed', overtaken);
		tx.update(scorecardVersions)
			.set({ state: to, version: seen + 1 })
			.where(eq(scorecardVersions.id, id))
			.run();
		record(tx, person, `${what} ${found.name} ${found.number}`, { kind: 'scorecard version', id }, { state: { from, to } });
		return done();
	});
}

/** Deletes a draft for good. A version that was ever published stays: scores are read by it. */
export function deleteDraft(db: Database, person: Person, id: string, seen: number): Outcome {
	return write(db, (tx) => {
		const draft = cardById(tx, id);
		if (draft?.state !== 'draft') return refused('not-a-draft', 'Only a draft can be deleted');
		if (draft.version !== seen) return refused('changed', overtaken);
		tx.delete(scorecardVersions).where(eq(scorecardVersions.id, id)).run();
		const change = { sha256: { from: draft.sha256, to: null } };
		record(tx, person, `deleted draft ${draft.name} ${draft.number}`, { kind: 'scorecard version', id }, change);
		return done();
	});
}
