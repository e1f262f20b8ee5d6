import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { knotsOf } from './knots.server.ts';
import { inOneLine, pathsUp } from './paths.ts';
import { strandsOf, strandsOfObjectives } from './tied.server.ts';
import type { ThreadThing } from './things/thread-thing.ts';
import { threadOf } from './thread.server.ts';

/** So many strands of one thing are read up to the vision on its page: hardly anything serves more. */
const mostWays = 12;
const mostPaths = 20;

/** From an action, an objective or a behaviour up: every strand it is tied to, with the way from the vision down to it. DOMAIN section 6. */
export function upPage(db: Database, person: Person, { kind, thing }: ThreadThing, today: string) {
	const thread = threadOf(db);
	const found = kind === 'objective' ? strandsOfObjectives(db, [thing]) : strandsOf(db, kind, [thing]);
	const strands = found.get(thing) ?? [];
	return {
		total: strands.length,
		ways: strands.slice(0, mostWays).map(({ id, number, title }) => {
			const [way, ...others] = pathsUp(thread, id, mostPaths);
			const own = thread.byId.get(id);
			const shown = way ?? (own ? [own] : []);
			return {
				id,
				number,
				title,
				/** '' where no way leads to the vision. */
				line: way ? inOneLine(way) : '',
				knots: knotsOf(db, person, shown, shown.length, today),
				others: others.map(inOneLine)
			};
		})
	};
}
