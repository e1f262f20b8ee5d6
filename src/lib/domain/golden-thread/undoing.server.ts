import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome, type Refused } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { writeWhole } from '#lib/domain/whole-write.server.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { faultIn, type Fault } from './rules.ts';
import { faultWhenBack } from './standing-again.server.ts';
import { mayKeep } from './strand-thing.ts';
import { putStrand } from './strand-rows.server.ts';
import { strandChanges, type StrandState } from './tables.ts';
import type { Strand } from './thread.ts';
import { workingCopy, type WorkingCopy } from './working-copy.server.ts';

type Change = typeof strandChanges.$inferSelect;

const standing = (personId: string) => and(eq(strandChanges.madeBy, personId), isNull(strandChanges.undoneAt));

const madeTogether = (db: Database, together: number): Change[] =>
	db
		.select()
		.from(strandChanges)
		.where(and(eq(strandChanges.together, together), isNull(strandChanges.undoneAt)))
		.orderBy(asc(strandChanges.id))
		.all();

const lastOf = (db: Database, person: Person): Change | undefined =>
	db.select().from(strandChanges).where(standing(person.id)).orderBy(desc(strandChanges.id)).limit(1).get();

/** What the person would take back, in words; null for nothing. */
export function undoable(db: Database, person: Person): string | null {
	const last = lastOf(db, person);
	if (!last) return null;
	const first =
		last.together === last.id ? last : (db.select().from(strandChanges).where(eq(strandChanges.id, last.together)).get() ?? last);
	const more = last.id - first.id;
	// two that changed places are one move
	return `${first.what}: ${first.after.title}${more > 1 ? `, and ${more.toLocaleString('en-GB')} more` : ''}`;
}

const same = (a: StrandState, b: StrandState) => Object.keys(changesOf<StrandState>(a, b)).length === 0;
const samePlace = (a: StrandState, b: StrandState) =>
	a.level === b.level && !a.retiredOn && !b.retiredOn && `${a.parents}` === `${b.parents}`;

/** Why changes cannot be taken back as the thread stands: one of the strands was changed since, or something new serves it. */
function changedSince(copy: WorkingCopy, person: Person, changes: readonly Change[]): Refused | null {
	const undone = new Set(changes.map(({ strandId }) => strandId));
	for (const { strandId, before, after } of changes) {
		const strand = copy.strands.get(strandId);
		if (!strand || !same(copy.stateOf(strand), after))
			return refused('changed-since', `This cannot be undone: “${after.title}” has been changed since`);
		if (!mayKeep(person, strand) || !mayKeep(person, before ?? after))
			return refused('not-theirs', `This cannot be undone: “${strand.title}” is no longer yours to keep`);
		const newer = before ? undefined : copy.servedBy(strandId).find(({ id }) => !undone.has(id));
		if (newer) return refused('changed-since', `This cannot be undone: “${newer.title}” serves “${after.title}” since`);
	}
	return null;
}

/**
 * Takes the person's own last change of the thread back; one that was made of several, such as a file that was brought in, goes back
 * whole or not at all. A strand that was added is retired. Refused where something of it was changed since, by whomever.
 */
export function undo(db: Database, person: Person, today: string): Outcome<{ what: string }> {
	return writeWhole(db, (tx) => {
		const last = lastOf(tx, person);
		if (!last) return refused('nothing-to-undo', 'You have changed nothing here that could be undone');
		const changes = madeTogether(tx, last.together);
		const copy = workingCopy(tx);
		const since = changedSince(copy, person, changes);
		if (since) return since;
		for (const change of changes.toReversed()) {
			const strand = copy.strands.get(change.strandId)!;
			const stands = copy.stateOf(strand);
			const wanted = change.before ?? { ...change.after, retiredOn: today };
			const fault = faultGoingBack(tx, copy, strand, stands, wanted);
			if (fault && fault.code !== 'no-path') return refused(fault.code, fault.text);
			const { change: by } = putStrand(tx, person, { id: strand.id, before: stands, wanted, what: `undid: ${change.what}` });
			copy.put(strand.id, strand.number, wanted);
			// what takes back is not itself taken back
			tx.update(strandChanges).set({ undoneAt: now() }).where(eq(strandChanges.id, by)).run();
		}
		tx.update(strandChanges)
			.set({ undoneAt: now() })
			.where(and(eq(strandChanges.together, last.together), isNull(strandChanges.undoneAt)))
			.run();
		return done({ what: changes[0]!.what });
	});
}

function faultGoingBack(tx: Transaction, copy: WorkingCopy, strand: Strand, stands: StrandState, wanted: StrandState): Fault | null {
	if (wanted.retiredOn || samePlace(stands, wanted)) return null;
	const placed = { id: strand.id, level: wanted.level, title: wanted.title };
	if (strand.retiredOn) return faultWhenBack(tx, placed, wanted.parents);
	const thread = copy.thread();
	return faultIn(
		thread,
		placed,
		wanted.parents.filter((parent) => thread.parents.has(parent))
	);
}
