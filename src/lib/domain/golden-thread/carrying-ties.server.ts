import { isNull, and, asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { now } from '#lib/server/clock.ts';
import type { Transaction } from '#lib/server/database.ts';
import { strands, strandTies } from './tables.ts';
import type { TieKind } from './ties.ts';

/**
 * Ties what follows a thing to the strands the thing is tied to, so that the next review of a journey serves what the last one
 * did; the last keeps its ties. Strands that are retired are left out. DOMAIN section 6.
 */
export function carryTies(tx: Transaction, person: Person, kind: TieKind, from: string, to: string): void {
	const tied = tx
		.select({ strandId: strands.id, title: strands.title })
		.from(strandTies)
		.innerJoin(strands, eq(strands.id, strandTies.strandId))
		.where(and(eq(strandTies.kind, kind), eq(strandTies.thing, from), isNull(strands.retiredOn)))
		.orderBy(asc(strands.number))
		.all();
	if (!tied.length) return;
	tx.insert(strandTies)
		.values(tied.map(({ strandId }) => ({ strandId, kind, thing: to, tiedBy: person.id, tiedAt: now() })))
		.onConflictDoNothing()
		.run();
	const titles = tied.map(({ title }) => title).join('; ');
	record(tx, person, `tied a ${kind} to what the one before it serves`, { kind, id: to }, { strands: { from: null, to: titles } });
}
