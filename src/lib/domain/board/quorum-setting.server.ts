import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { changesOf, record } from '#lib/domain/audit/recording.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { councils } from '#lib/domain/organisation/tables.ts';
import { done, refused, type Outcome } from '#lib/domain/outcome.ts';
import { staleSave } from '#lib/domain/stale.server.ts';
import { write, type Database } from '#lib/server/database.ts';

/** Sets how many members must be present for anything to be decided; for meetings planned from now on. DOMAIN section 4. */
export function setQuorum(db: Database, person: Person, { boardQuorum, version }: { boardQuorum: number; version: number }): Outcome {
	return write(db, (tx) => {
		const council = councilOf(tx);
		if (!council) return refused('not-set-up', 'The council is not set up yet');
		const thing = { kind: 'council', id: '1' };
		if (council.version !== version) return staleSave(tx, thing, council, { boardQuorum }, { boardQuorum: 'Quorum' });
		if (council.boardQuorum === boardQuorum) return done();
		tx.update(councils)
			.set({ boardQuorum, version: version + 1 })
			.where(and(eq(councils.id, 1), eq(councils.version, version)))
			.run();
		record(tx, person, 'set the quorum of the board', thing, changesOf({ boardQuorum: council.boardQuorum }, { boardQuorum }));
		return done();
	});
}
