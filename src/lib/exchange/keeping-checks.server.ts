import { and, eq, sql } from 'drizzle-orm';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import type { Checked } from './checking.server.ts';
import { imports } from './tables.ts';

/** Keeps what a check found. Its long parts are JSON already. */
export function keepFindings(tx: Transaction, id: string, found: Omit<Checked, 'rows' | 'notes'>): void {
	const { counts, problems, changes, planSha256 } = found;
	tx.update(imports)
		.set({ state: 'checked', counts, planSha256, problems: sql`${problems}`, changes: sql`${changes}` })
		.where(eq(imports.id, id))
		.run();
}

/** Keeps the first check of a file: what it found, how it was read, and its rows until they are applied. Not once discarded. */
export function keepCheck(db: Database, id: string, checked: Checked): void {
	write(db, (tx) => {
		const { changes } = tx
			.update(imports)
			.set({ notes: checked.notes, rows: sql`${checked.rows}` })
			.where(and(eq(imports.id, id), eq(imports.state, 'checking')))
			.run();
		if (changes) keepFindings(tx, id, checked);
	});
}

/** What cannot be read at all has one problem, of the file as a whole. */
export function keepRefusal(db: Database, id: string, text: string): void {
	const counts = { rows: 0, problems: 1, added: 0, changed: 0, same: 0 };
	write(db, (tx) =>
		tx
			.update(imports)
			.set({ state: 'refused', problems: [{ row: 0, column: '', text }], counts })
			.where(and(eq(imports.id, id), eq(imports.state, 'checking')))
			.run()
	);
}
