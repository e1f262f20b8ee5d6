import type { Person } from '#lib/domain/access/person.ts';
import { record } from '#lib/domain/audit/recording.server.ts';
import { done, type Outcome } from '#lib/domain/outcome.ts';
import { now } from '#lib/server/clock.ts';
import { write, type Database } from '#lib/server/database.ts';
import { idFor } from '../versions/draft-entries.ts';
import type { Scorecard } from './card.ts';
import type { NewCard } from './forms.ts';
import { columnsOf } from './loading.server.ts';
import { scorecardVersions } from './tables.ts';

/** Starts a scorecard of the council's own: a draft of version 1.0 with one section, in which everything is still to be written. */
export function startCard(db: Database, person: Person, { name, use, channel }: NewCard): Outcome<{ id: string }> {
	return write(db, (tx) => {
		const taken = tx.selectDistinct({ id: scorecardVersions.scorecard }).from(scorecardVersions).all();
		const id = idFor(name, 'scorecard', new Set(taken.map((one) => one.id)));
		const sections = [{ id: 'A', name: '', weight: 100, questions: [] }];
		// no pass mark and no bands yet: they are reported until the council has set its own
		const document = { id, name, version: '1.0', use, channel, about: '', source: '', bands: [], sections } as unknown as Scorecard;
		const started = tx
			.insert(scorecardVersions)
			.values({ ...columnsOf(document), state: 'draft', savedAt: now(), savedBy: person.id })
			.returning({ id: scorecardVersions.id })
			.get();
		record(tx, person, `started scorecard ${name}`, { kind: 'scorecard version', id: started.id });
		return done({ id: started.id });
	});
}
