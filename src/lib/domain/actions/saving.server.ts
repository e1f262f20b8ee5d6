import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { ActionSeen } from './finding.server.ts';
import { actions } from './tables.ts';

export type ActionRow = typeof actions.$inferSelect;

/** How a save is described: in the audit trail, and field by field where somebody saved meanwhile. */
export type Save = {
	what: string;
	/** The version the person was looking at. */
	version: number;
	labels: Partial<Record<keyof ActionRow & string, string>>;
	/** Fields by name as people read them, where the row holds something else (a person's id). */
	inWords?: (tx: Transaction, row: Partial<ActionRow>) => Partial<Record<keyof ActionRow, unknown>>;
};

/**
 * Saves fields of an action with their audit line, from the version the person saw; saving what stands changes nothing.
 * Stale, with both texts, where somebody saved since. Gives the version that now stands. DOMAIN section 8.
 */
export function saveAction(
	db: Database,
	person: Person,
	action: Pick<ActionSeen, 'id' | 'number'>,
	fields: Partial<ActionRow>,
	{ what, version, labels, inWords = (_, row) => row }: Save
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		const row = tx.select().from(actions).where(eq(actions.id, action.id)).get();
		if (!row) throw new Error(`There is no action ${action.number}`);
		if (row.version !== version)
			return staleSave(
				tx,
				{ kind: 'action', id: row.id },
				{ ...row, ...inWords(tx, row), version: row.version },
				inWords(tx, fields),
				labels
			);
		const change = changesOf<ActionRow>(row, fields);
		if (!Object.keys(change).length) return done({ version });
		tx.update(actions)
			.set({ ...fields, version: version + 1 })
			.where(and(eq(actions.id, row.id), eq(actions.version, version)))
			.run();
		record(tx, person, `${what} action ${row.number}`, { kind: 'action', id: row.id }, change);
		return done({ version: version + 1 });
	});
}
