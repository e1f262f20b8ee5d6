import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import type { Thing } from './agenda.server.ts';
import { nothingSince } from './decision-facts.ts';
import { decisionsAboutAny } from './log.server.ts';
import { shownSince } from './overview.server.ts';
import { sinceOf } from './since.server.ts';

/**
 * What the board decided about some things, the latest first, with what happened since, for the pages of those things.
 * Whoever sees the thing sees what was decided about it; only who sees the board gets links to its pages. DOMAIN section 4.
 */
export function decisionsShown(db: Database, person: Person, things: readonly Thing[], today: string) {
	const decided = decisionsAboutAny(db, things).reverse();
	const since = sinceOf(db, decided, today);
	return {
		seesBoard: can(person, 'see board'),
		decisions: decided.map((one) => ({ ...shownSince(one, since), nothingYet: nothingSince(one) }))
	};
}
