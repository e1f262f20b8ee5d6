import type { Person } from '#lib/domain/access/person.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { eq } from 'drizzle-orm';
import { scoredBehaviours, shoppedBehaviours } from './behaviours.server.ts';
import { below, withBelow } from './below.ts';
import { breaksIn } from './breaks.ts';
import { isMeasured } from './coverage.ts';
import { measuresShown, type MeasureShown } from './measures-shown.server.ts';
import { objectiveShare, teamOf } from './objective-share.server.ts';
import { inOneLine, pathsUp, pathUp } from './paths.ts';
import { actionCounts, tiedThings } from './serving-below.server.ts';
import { servingServices } from './serving-services.server.ts';
import { keepsSome, tiesSome } from './sight.ts';
import { mayKeep } from './strand-thing.ts';
import { thingsOf } from './tied.server.ts';
import { objectivesSeen } from './things/objectives.server.ts';
import { childrenOf, parentsOf, type Strand, type Thread } from './thread.ts';
import { threadOf } from './thread.server.ts';
import { tiedFacts } from './tied-facts.server.ts';
import { markOf, type StrandMark } from './words.ts';

/** One knot of the spine: a strand from the vision to here, or one that serves it. */
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
	/** Those beside it, under the same strand. */
	others: { number: number; title: string }[];
};

const mostOthers = 50;

/** The first of what serves a strand, of what serves that, and so on: how one strand is read to the end. */
function wayDown(thread: Thread, strand: Strand): Strand[] {
	const found: Strand[] = [];
	for (let next = childrenOf(thread, strand.id)[0]; next; next = childrenOf(thread, next.id)[0]) found.push(next);
	return found;
}

/** All of one strand, read down from the vision, as far as the person may see it. DOMAIN section 6. */
export function strandPage(db: Database, person: Person, strand: Strand, today: string) {
	const thread = threadOf(db);
	const facts = tiedFacts(db);
	const up = strand.retiredOn ? [strand] : pathUp(thread, strand.id);
	const way = up.length ? up : [strand];
	const down = wayDown(thread, strand);
	const shown = [...way, ...down];
	const measures = measuresShown(db, person, shown, today);
	const knots = shown.map((one, at): Knot => {
		const under = at ? childrenOf(thread, shown[at - 1]!.id) : thread.strands.filter(({ level }) => level === one.level);
		const own = measures.get(one.id) ?? [];
		return {
			number: one.number,
			level: one.level,
			title: one.title,
			owner: one.owner,
			state: one.id === strand.id ? 'here' : at < way.length ? 'done' : 'half',
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
			others: under
				.filter(({ id, level }) => id !== one.id && level === one.level)
				.slice(0, mostOthers)
				.map(({ number, title }) => ({ number, title }))
		};
	});
	const all = strand.retiredOn ? [strand.id] : withBelow(thread, strand.id);
	const under = below(thread, strand.id);
	const of = (kind: 'standard' | 'question') => thingsOf(db, all, kind);
	const questions = of('question');
	const team = strand.level === 'individual objective' ? teamOf(thread, strand) : null;
	return {
		knots,
		breaks: strand.retiredOn ? [] : breaksIn(thread, facts, strand),
		line: inOneLine(up),
		otherLines: pathsUp(thread, strand.id, 20).slice(1).map(inOneLine),
		serves: parentsOf(thread, strand.id).map(({ number, title, level }) => ({ number, title, level })),
		service: strand.serviceId
			? (db.select({ name: services.name }).from(services).where(eq(services.id, strand.serviceId)).get()?.name ?? '')
			: '',
		team: strand.teamId ? (db.select({ name: teams.name }).from(teams).where(eq(teams.id, strand.teamId)).get()?.name ?? '') : '',
		strandsBelow: under.length,
		services: servingServices(db, person, [...new Set([strand, ...under].flatMap(({ serviceId }) => (serviceId ? [serviceId] : [])))]),
		actions: actionCounts(db, person, all, today),
		here: tiedThings(db, person, [strand.id], today),
		below: under.length
			? tiedThings(
					db,
					person,
					under.map(({ id }) => id),
					today
				)
			: null,
		objectives: objectivesSeen(db, person, { strandIds: all, most: 100 }),
		behaviours: [...shoppedBehaviours(db, person, of('standard'), questions), ...scoredBehaviours(db, person, strand, questions, today)],
		share: team ? objectiveShare(db, strand.id, team) : null,
		canKeep: mayKeep(person, strand),
		canAdd: keepsSome(person),
		canTie: tiesSome(person)
	};
}
