import type { Person } from '#lib/domain/access/person.ts';
import { countActions } from '#lib/domain/golden-thread/action-words.ts';
import { withBelow } from '#lib/domain/golden-thread/below.ts';
import type { Strand, Thread } from '#lib/domain/golden-thread/thread.ts';
import { thingsSeen } from '#lib/domain/golden-thread/things/seeing.server.ts';
import type { Database } from '#lib/server/database.ts';
import { tiesByStrand } from './gathered.server.ts';
import type { Woven } from './woven.ts';

const most = 100_000;

/** The actions and journeys tied to each strand and everything below it, as far as the person sees them: a query for each kind. */
export function belowStrands(
	db: Database,
	person: Person,
	thread: Thread,
	strands: readonly Strand[],
	today: string
): Pick<Woven, 'actions' | 'journeys'> {
	const counted = (kind: 'action' | 'journey') => {
		const ties = tiesByStrand(db, kind);
		const states = new Map(thingsSeen(db, person, kind, { most }, today).map(({ thing, state = '' }) => [thing, state]));
		return (ids: readonly string[]) => [...new Set(ids.flatMap((id) => ties.get(id) ?? []))].flatMap((thing) => states.get(thing) ?? []);
	};
	const [actions, journeys] = [counted('action'), counted('journey')];
	const all = strands.map(({ id }) => [id, withBelow(thread, id)] as const);
	return {
		actions: new Map(all.map(([id, ids]) => [id, countActions(actions(ids))])),
		journeys: new Map(
			all.map(([id, ids]) => {
				const found = journeys(ids);
				return [id, { reviewed: found.filter((state) => state === 'finished').length, of: found.length }];
			})
		)
	};
}
