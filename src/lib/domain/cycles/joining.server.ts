import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database } from '#lib/server/database.ts';
import { cycles } from './tables.ts';
import { launch } from './launching.server.ts';

/**
 * Brings more services into a running cycle: the same launch again, with the cycle as it stands. Those already in it
 * stay as they are. Gives how many joined.
 */
export function joinCycle(
	db: Database,
	person: Person,
	{ cycleId, services }: { cycleId: string; services: string[] },
	today: string
): Outcome<{ count: number }> {
	return write(db, (tx) => {
		const cycle = tx.select().from(cycles).where(eq(cycles.id, cycleId)).get();
		if (!cycle) return refused('unknown', 'There is no such cycle');
		const { name, frameworkVersionId, startsOn, dueOn, carriesOver } = cycle;
		const outcome = launch(tx, person, { name, frameworkVersionId, startsOn, dueOn, carriesOver, services }, today);
		// the framework was chosen at the launch: nothing on this form can put it right
		if (!outcome.ok && outcome.code === 'not-published')
			return refused(outcome.code, 'The framework of this cycle is no longer published, so no service can join it');
		return outcome;
	});
}
