import { eq } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';
import { pafSettings } from './tables.ts';

export type PafSettings = { appealDays: number; chosenCount: boolean; retentionMonths: number };
const asAtFirst = { id: 1, appealDays: 10, chosenCount: false, retentionMonths: 24, version: 1 };
const labels = {
	appealDays: 'Working days to appeal',
	chosenCount: 'Chosen interactions count',
	retentionMonths: 'Months until a person is made anonymous'
};

/** What the council decided about PAF; the defaults of DOMAIN section 5.2 where it decided nothing. */
export const pafSettingsOf = (db: Database): PafSettings & { version: number } => db.select().from(pafSettings).get() ?? asAtFirst;

/**
 * Changes what holds for releases and months from now on. Keeping names for fewer months makes older ones anonymous within the hour and
 * for ever, so it must be said that this is meant.
 */
export function changePafSettings(db: Database, person: Person, input: PafSettings & { version: number; understood?: boolean }): Outcome {
	if (!can(person, 'set PAF')) return refused('not-theirs', 'You cannot change the settings of performance assessment');
	return write(db, (tx) => {
		const stands = pafSettingsOf(tx);
		const { version, understood = false, ...wanted } = input;
		const thing = { kind: 'PAF settings', id: '1' };
		if (stands.version !== version) return staleSave(tx, thing, stands, wanted, labels);
		if (wanted.retentionMonths < stands.retentionMonths && !understood)
			return refused('not-understood', 'Confirm that names in older months are to be removed for ever', 'understood');
		const changes = changesOf<PafSettings>(stands, wanted);
		if (!Object.keys(changes).length) return done();
		tx.insert(pafSettings).values(asAtFirst).onConflictDoNothing().run();
		tx.update(pafSettings)
			.set({ ...wanted, version: version + 1 })
			.where(eq(pafSettings.id, 1))
			.run();
		record(tx, person, 'changed the settings of performance assessment', thing, changes);
		return done();
	});
}
