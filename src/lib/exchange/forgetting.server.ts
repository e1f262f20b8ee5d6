import { and, inArray, lt } from 'drizzle-orm';
import { write, type Database } from '#lib/server/database.ts';
import { imports } from './tables.ts';

/** How long a file that was checked waits to be applied, in days. */
export const daysToApply = 30;

/** Discards files that nobody applied in time, with what was read of them: they may hold names and addresses. */
export function forgetUnapplied(db: Database, now: number): void {
	const before = now - daysToApply * 24 * 60 * 60 * 1000;
	write(db, (tx) =>
		tx
			.update(imports)
			.set({ state: 'discarded', rows: null, problems: null, changes: null })
			.where(and(inArray(imports.state, ['checked', 'checking', 'refused']), lt(imports.at, before)))
			.run()
	);
}
