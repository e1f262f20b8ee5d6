import { and, eq, inArray, max, sql } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Database, Transaction } from '#lib/server/database.ts';
import { strandChanges, strandParents, strands, type StrandState } from './tables.ts';

export type StrandRow = typeof strands.$inferSelect;

export const strandRow = (db: Database, id: string): StrandRow | undefined => db.select().from(strands).where(eq(strands.id, id)).get();

/** A strand as undoing and the audit trail know it. */
export function stateOf(db: Database, { id, number: _number, version: _version, ...fields }: StrandRow): StrandState {
	const serves = db.select({ id: strandParents.parentId }).from(strandParents).where(eq(strandParents.strandId, id)).all();
	return { ...fields, parents: serves.map((parent) => parent.id).sort() };
}

const stateById = (db: Database, id: string | null): StrandState | null => {
	const row = id === null ? undefined : strandRow(db, id);
	return row ? stateOf(db, row) : null;
};

/** The place after all others. */
export const lastPlace = (db: Database): number =>
	(db
		.select({ last: max(strands.position) })
		.from(strands)
		.get()?.last ?? 0) + 1;

const nextNumber = (db: Database): number =>
	(db
		.select({ last: max(strands.number) })
		.from(strands)
		.get()?.last ?? 0) + 1;

/**
 * What one change is: which strand (null for a new one), what it is to be, in words, and what it was made together with. Whoever makes
 * many at once says how it was `before` and the `number` of a new one, so that neither is read for each.
 */
export type Put = {
	id: string | null;
	wanted: StrandState;
	what: string;
	together?: number | undefined;
	before?: StrandState | null;
	number?: number | undefined;
};

/**
 * Writes a strand with what it serves, as it is wanted: the row, its parents, what undoing needs and the audit line.
 * Whether it may stand so was asked before. Gives its id, its number and the number of the change.
 */
export function putStrand(
	tx: Transaction,
	person: Person,
	{ id, wanted, what, together, before: known, number }: Put
): { id: string; number: number; change: number } {
	const { parents, ...fields } = wanted;
	const before = known === undefined ? stateById(tx, id) : known;
	const saved = before
		? tx
				.update(strands)
				.set({ ...fields, version: sql`${strands.version} + 1` })
				.where(eq(strands.id, id ?? ''))
				.returning({ id: strands.id, number: strands.number })
				.get()
		: tx
				.insert(strands)
				.values({ ...fields, number: number ?? nextNumber(tx) })
				.returning({ id: strands.id, number: strands.number })
				.get();
	serveThese(tx, saved.id, before?.parents ?? [], parents);
	const change = tx
		.insert(strandChanges)
		.values({ strandId: saved.id, together: together ?? 0, what, before, after: wanted, madeBy: person.id, madeAt: now() })
		.returning({ id: strandChanges.id })
		.get().id;
	if (together === undefined) tx.update(strandChanges).set({ together: change }).where(eq(strandChanges.id, change)).run();
	record(tx, person, what, { kind: 'strand', id: saved.id }, changesOf<StrandState>(before ?? {}, wanted));
	return { ...saved, change };
}

function serveThese(tx: Transaction, id: string, before: readonly string[], wanted: readonly string[]): void {
	const gone = before.filter((parent) => !wanted.includes(parent));
	const added = wanted.filter((parent) => !before.includes(parent));
	if (gone.length)
		tx.delete(strandParents)
			.where(and(eq(strandParents.strandId, id), inArray(strandParents.parentId, gone)))
			.run();
	if (added.length)
		tx.insert(strandParents)
			.values(added.map((parentId) => ({ strandId: id, parentId })))
			.run();
}
