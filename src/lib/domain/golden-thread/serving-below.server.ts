import { and, inArray } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { inSight as actionsInSight, statusShown } from '#lib/domain/actions/narrowing.server.ts';
import { actions } from '#lib/domain/actions/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { countActions, type ActionCounts } from './action-words.ts';
import { thingsOf } from './tied.server.ts';
import { thingsSeen } from './things/seeing.server.ts';
import type { ThreadThing } from './things/thread-thing.ts';
import { tieKinds, type TieKind } from './ties.ts';

const most = 2000;

/** The actions tied to any of these strands, counted by how they stand today, as far as the person sees them. */
export function actionCounts(db: Database, person: Person, strandIds: readonly string[], today: string): ActionCounts {
	const ids = thingsOf(db, strandIds, 'action');
	if (!ids.length) return countActions([]);
	const rows = db
		.select({ status: statusShown(today) })
		.from(actions)
		.where(and(inArray(actions.id, ids), actionsInSight(person)))
		.all();
	return countActions(rows.map(({ status }) => status));
}

/** What of each kind is tied to any of these strands, as far as the person sees it. */
export const tiedThings = (db: Database, person: Person, strandIds: readonly string[], today: string): Record<TieKind, ThreadThing[]> =>
	Object.fromEntries(
		tieKinds.map((kind) => [kind, thingsSeen(db, person, kind, { things: thingsOf(db, strandIds, kind), most }, today)])
	) as Record<TieKind, ThreadThing[]>;
