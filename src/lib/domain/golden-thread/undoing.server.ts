import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { faultIn } from './rules.ts';
import { faultWhenBack } from './standing-again.server.ts';
import { mayKeep } from './strand-thing.ts';
import { putStrand, stateOf, strandRow } from './strand-rows.server.ts';
import { strandChanges, type StrandState } from './tables.ts';
import { threadOf } from './thread.server.ts';

const standing = (personId: string) => and(eq(strandChanges.madeBy, personId), isNull(strandChanges.undoneAt));

/** What the person would take back, in words; null for nothing. */
export function undoable(db: Database, person: Person): string | null {
	const last = db.select().from(strandChanges).where(standing(person.id)).orderBy(desc(strandChanges.id)).limit(1).get();
	if (!last) return null;
	const first = db.select({ what: strandChanges.what }).from(strandChanges).where(eq(strandChanges.id, last.together)).get();
	return `${first?.what ?? last.what}: ${last.together === last.id ? last.after.title : titleOf(db, last.together)}`;
}

const titleOf = (db: Database, id: number) =>
	db.select({ after: strandChanges.after }).from(strandChanges).where(eq(strandChanges.id, id)).get()?.after.title ?? '';

const same = (a: StrandState, b: StrandState) => Object.keys(changesOf<StrandState>(a, b)).length === 0;

/**
 * Takes the person's own last change of the thread back; one that was made of several goes back whole. A strand that was
 * added is retired. Refused where somebody has changed the same since, and where the strand could not stand as it did.
 */
export function undo(db: Database, person: Person, today: string): Outcome<{ what: string }> {
	return write(db, (tx) => {
		const last = tx.select().from(strandChanges).where(standing(person.id)).orderBy(desc(strandChanges.id)).limit(1).get();
		if (!last) return refused('nothing-to-undo', 'You have changed nothing here that could be undone');
		const made = and(eq(strandChanges.together, last.together), isNull(strandChanges.undoneAt));
		const changes = tx.select().from(strandChanges).where(made).orderBy(asc(strandChanges.id)).all();
		for (const change of changes.toReversed()) {
			const row = strandRow(tx, change.strandId);
			const stands = row && stateOf(tx, row);
			if (!row || !stands || !same(stands, change.after))
				return refused('changed-since', `This cannot be undone: “${change.after.title}” has been changed since`);
			const wanted = change.before ?? { ...change.after, retiredOn: today };
			if (!mayKeep(person, row) || !mayKeep(person, wanted))
				return refused('not-theirs', `This cannot be undone: “${row.title}” is no longer yours to keep`);
			const thread = threadOf(tx);
			const placed = { id: row.id, level: wanted.level, title: wanted.title };
			const kept = wanted.parents.filter((parent) => thread.parents.has(parent));
			const fault = wanted.retiredOn ? null : row.retiredOn ? faultWhenBack(tx, placed, wanted.parents) : faultIn(thread, placed, kept);
			if (fault && fault.code !== 'no-path') return refused(fault.code, fault.text);
			const { change: by } = putStrand(tx, person, { id: row.id, wanted, what: `undid: ${change.what}` });
			// what takes back is not itself taken back
			tx.update(strandChanges).set({ undoneAt: now() }).where(eq(strandChanges.id, by)).run();
			tx.update(strandChanges).set({ undoneAt: now() }).where(eq(strandChanges.id, change.id)).run();
		}
		return done({ what: changes[0]!.what });
	});
}
