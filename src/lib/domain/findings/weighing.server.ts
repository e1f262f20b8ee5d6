import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import type { Weights } from './value.ts';

const labels = { customerWeight: 'What customers gain counts', councilWeight: 'What the council gains counts' };

/** Changes how much each side counts in the value of every recommendation. Stale where the council's settings were saved since. */
export function saveWeights(
	db: Database,
	person: Person,
	{ customerWeight, councilWeight, version }: Weights & { version: number }
): Outcome<{ version: number }> {
	return write(db, (tx) => {
		if (customerWeight + councilWeight <= 0) return refused('no-weight', 'One of the two must count: enter at least 1', 'customerWeight');
		const row = tx.select().from(councils).get();
		if (!row) throw new Error('There is no council');
		const wanted = { customerWeight, councilWeight };
		if (row.version !== version) return staleSave(tx, { kind: 'council', id: String(row.id) }, row, wanted, labels);
		const change = changesOf<Weights>(row, wanted);
		if (!Object.keys(change).length) return done({ version });
		tx.update(councils)
			.set({ ...wanted, version: version + 1 })
			.where(eq(councils.id, row.id))
			.run();
		record(tx, person, 'changed the weights of the value–effort matrix', { kind: 'council', id: String(row.id) }, change);
		return done({ version: version + 1 });
	});
}
