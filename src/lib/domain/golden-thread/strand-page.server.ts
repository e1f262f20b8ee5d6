import { eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access/person.ts';
import { services, teams } from '#lib/domain/organisation/tables.ts';
import type { Database } from '#lib/server/database.ts';
import { scoredBehaviours, shoppedBehaviours } from './behaviours.server.ts';
import { below } from './below.ts';
import { knotsOf } from './knots.server.ts';
import { objectiveShare, teamOf } from './objective-share.server.ts';
import { inOneLine, pathsUp, pathUp } from './paths.ts';
import { servicesBelow } from './services-below.server.ts';
import { actionCounts, firstThings, journeyCounts, recommendationCount } from './serving-below.server.ts';
import { servingServices } from './serving-services.server.ts';
import { keepsSome, tiesSome } from './sight.ts';
import { untilThreadChanges } from './stamp.server.ts';
import { mayKeep } from './strand-thing.ts';
import { strandsWithObjectives, tiedBelow, tiedHere } from './ties-below.server.ts';
import { tieKinds } from './ties.ts';
import { objectivesSeen } from './things/objectives.server.ts';
import { childrenOf, type Strand, type Thread } from './thread.ts';
import { threadOf } from './thread.server.ts';

/** So many of each kind stand on the page of a strand: all of them are on the page of what serves it. */
const mostHere = 20;
const mostServices = 8;
const mostObjectives = 8;

/** The first of what serves a strand, of what serves that, and so on: how one strand is read to the end. */
function wayDown(thread: Thread, strand: Strand): Strand[] {
	const found: Strand[] = [];
	for (let next = childrenOf(thread, strand.id)[0]; next; next = childrenOf(thread, next.id)[0]) found.push(next);
	return found;
}

/** All of one strand, read down from the vision, as far as the person may see it. DOMAIN section 6. */
export function strandPage(db: Database, person: Person, strand: Strand, today: string) {
	const thread = threadOf(db);
	const up = strand.retiredOn ? [strand] : pathUp(thread, strand.id);
	const way = up.length ? up : [strand];
	const strandsBelow = untilThreadChanges(db, `count below ${strand.id}`, () => below(thread, strand.id).length);
	const [own, all] = [tiedHere(db, strand.id), tiedBelow(db, strand.id)];
	const serving = servicesBelow(db, strand);
	const team = strand.level === 'individual objective' ? teamOf(thread, strand) : null;
	return {
		knots: knotsOf(db, person, [...way, ...wayDown(thread, strand)], way.length - 1, today),
		line: inOneLine(up),
		otherLines: pathsUp(thread, strand.id, 20).slice(1).map(inOneLine),
		service: strand.serviceId
			? (db.select({ name: services.name }).from(services).where(eq(services.id, strand.serviceId)).get()?.name ?? '')
			: '',
		team: strand.teamId ? (db.select({ name: teams.name }).from(teams).where(eq(teams.id, strand.teamId)).get()?.name ?? '') : '',
		strandsBelow,
		services: { total: serving.length, first: servingServices(db, person, serving.slice(0, mostServices)) },
		actions: actionCounts(db, person, all.action, today),
		journeys: journeyCounts(db, person, all.journey),
		recommendations: recommendationCount(db, person, all.recommendation),
		criteria: all.criterion.length,
		here: firstThings(db, person, own, today, mostHere + 1),
		/** The first kind of which something is tied to a strand below, but not to this one; null where there is none. */
		moreBelow: tieKinds.find((kind) => all[kind].length > own[kind].length) ?? null,
		objectives: objectivesSeen(db, person, { strandIds: strandsWithObjectives(db, strand.id), most: mostObjectives + 1 }),
		behaviours: [
			...shoppedBehaviours(db, person, all.standard, all.question),
			...scoredBehaviours(db, person, strand, all.question, today)
		],
		share: team ? objectiveShare(db, strand.id, team) : null,
		canKeep: mayKeep(person, strand),
		canAdd: keepsSome(person),
		canTie: tiesSome(person)
	};
}
