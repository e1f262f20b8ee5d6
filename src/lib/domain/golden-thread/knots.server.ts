import type { Person } from '#lib/domain/access/person.ts';
import type { Database } from '#lib/server/database.ts';
import { breaksIn } from './breaks.ts';
import { isMeasured } from './coverage.ts';
import { measuresShown, type MeasureShown } from './measures-shown.server.ts';
import { threadOf } from './thread.server.ts';
import { childrenOf, type Strand } from './thread.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { markOf, type StrandMark } from './words.ts';

/** A knot of the spine: a strand from the vision to here, or one that serves it. */
export type Knot = {
	number: number;
	level: Strand['level'];
	title: string;
	owner: string;
	state: 'done' | 'here' | 'half';
	mark: StrandMark;
	measures: MeasureShown[];
	/** What stands where no measure is shown: that there is none, or what else shows how far it is kept. */
	unmeasured: string;
	/** Those beside it, under the same strand: how many, the first of them, and the strand they all serve; null for visions. */
	beside: { count: number; first: { number: number; title: string }[]; under: number | null };
};

/** So many of those beside a knot are named; the others are on the page of what serves the strand above. */
const mostBeside = 5;

/** Strands each under the one before it as knots of a spine; `at` says which is meant, and what is below it is half drawn. DOMAIN section 6. */
export function knotsOf(db: Database, person: Person, way: readonly Strand[], at: number, today: string): Knot[] {
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const measures = measuresShown(db, person, way, today);
	return way.map((one, place): Knot => {
		const above = place ? way[place - 1]! : null;
		const beside = (above ? childrenOf(thread, above.id) : thread.strands).filter(({ level, id }) => level === one.level && id !== one.id);
		const own = measures.get(one.id) ?? [];
		return {
			number: one.number,
			level: one.level,
			title: one.title,
			owner: one.owner,
			state: place === at ? 'here' : place < at ? 'done' : 'half',
			mark: markOf(
				breaksIn(thread, facts, one),
				own.some(({ met }) => met === false)
			),
			measures: own,
			unmeasured: !isMeasured(facts, one)
				? 'No measure yet'
				: one.level === 'individual objective'
					? 'The scorecard questions tied to it'
					: 'Measured; you do not see the figures',
			beside: {
				count: beside.length,
				first: beside.slice(0, mostBeside).map(({ number, title }) => ({ number, title })),
				under: above?.number ?? null
			}
		};
	});
}
