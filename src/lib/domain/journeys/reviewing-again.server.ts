import { and, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import { can } from '#lib/domain/access/can.ts';
import type { Person } from '#lib/domain/access/person.ts';
import { people } from '#lib/domain/access/tables.ts';
import { carryTies } from '#lib/domain/golden-thread/carrying-ties.server.ts';
import { fromLastReview } from '#lib/domain/maps/beginning.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import { services } from '#lib/domain/organisation/tables.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { write, type Database, type Transaction } from '#lib/server/database.ts';
import { personasOf } from './describing-personas.server.ts';
import { journeyById, thingOf, type Journey } from './finding.server.ts';
import type { FirstMap } from './method.ts';
import { startJourney } from './starting.server.ts';
import { journeys, journeyServices, personas } from './tables.ts';

type Again = { startOn: string; endOn: string; aim: string; firstMap: FirstMap };

/** The review that follows a journey's, unless it was abandoned; undefined where there is none. */
export const followedBy = (db: Database, journeyId: string) =>
	db
		.select({ id: journeys.id, number: journeys.number, state: journeys.state })
		.from(journeys)
		.where(and(eq(journeys.followsId, journeyId), ne(journeys.state, 'abandoned')))
		.orderBy(desc(journeys.number))
		.get();

/** The review that a journey's follows, where the person may see it; undefined where there is none such. */
export function formerReview(db: Database, person: Person, { followsId }: Pick<Journey, 'followsId'>): Journey | undefined {
	const former = followsId === null ? undefined : journeyById(db, followsId);
	return former && can(person, 'see journey', thingOf(former)) ? former : undefined;
}

/** Which maps of the last review have steps to begin from. */
export const mapsToBeginFrom = (db: Database, journeyId: string): FirstMap[] =>
	(['to-be', 'as-is'] as const).filter((kind) => mapOf(db, journeyId, kind)?.stages.some(({ steps }) => steps.length));

/**
 * Starts a new review of a journey whose review is finished. It takes over the journey's words, scope, sponsor, services,
 * personas and strands, holds by the toolkit as it now stands, and begins its as-is map from a map of the last review if that is chosen:
 * only what is done, wanted and by whom, since what was planned or measured then is to be measured anew. Team, methods, demand
 * and findings are its own. A sponsor who left and services that closed stay behind. Refused where the last review is not
 * finished or is followed already, and as `startJourney` is. DOMAIN section 4.
 */
export function reviewAgain(
	db: Database,
	person: Person,
	last: Journey,
	{ firstMap, ...again }: Again
): Outcome<{ id: string; number: number }> {
	return write(db, (tx) => {
		if (last.state !== 'finished') return refused('not-finished', 'A journey is reviewed again once its review is finished');
		const following = followedBy(tx, last.id);
		if (following) return refused('followed', `This journey is reviewed again already, as journey ${following.number}`);
		const { id: followsId, words, name, customer, lifeEvent, serviceId, startsWhere, endsWhere } = last;
		const details = { words, name, customer, lifeEvent, serviceId, ...again };
		const started = startJourney(tx, person, details, { followsId, startsWhere, endsWhere, sponsorId: stillThere(tx, last.sponsorId) });
		if (!started.ok) return started;
		takeOver(tx, last, started.id);
		carryTies(tx, person, 'journey', last.id, started.id);
		const map = firstMap === 'empty' ? null : mapOf(tx, last.id, firstMap);
		if (map) {
			const begun = startMap(tx, person, { id: started.id, state: 'open' }, 'as-is', fromLastReview(map, last.number));
			if (!begun.ok) throw new Error(`A map of journey ${last.number} cannot be begun from: ${begun.text}`);
		}
		return started;
	});
}

const stillThere = (tx: Transaction, sponsorId: string | null): string | null =>
	tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.id, sponsorId ?? ''), isNull(people.deactivatedAt)))
		.get()?.id ?? null;

/** The open services it crosses and its personas, in their order. */
function takeOver(tx: Transaction, last: Journey, journeyId: string): void {
	const open = tx
		.select({ serviceId: services.id })
		.from(services)
		.where(and(inArray(services.id, last.crosses), isNull(services.closedOn)))
		.all();
	const more = open.filter(({ serviceId }) => serviceId !== last.serviceId);
	if (more.length)
		tx.insert(journeyServices)
			.values(more.map((one) => ({ ...one, journeyId })))
			.run();
	const kinds = personasOf(tx, last.id).map(({ name, facts, needs, position }) => ({ name, facts, needs, position, journeyId }));
	if (kinds.length) tx.insert(personas).values(kinds).run();
}
