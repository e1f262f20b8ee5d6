import { can } from '#lib/domain/access/can.ts';
import { tiesSome } from '#lib/domain/golden-thread/sight.ts';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { teamOf } from '#lib/domain/journeys/choosing-team.server.ts';
import { servicesOfJourney } from '#lib/domain/journeys/crossing-services.server.ts';
import { personasOf } from '#lib/domain/journeys/describing-personas.server.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { methodsOf } from '#lib/domain/journeys/holding-methods.server.ts';
import { followedBy, formerReview } from '#lib/domain/journeys/reviewing-again.server.ts';
import { sponsorOf } from '#lib/domain/journeys/sponsor.server.ts';
import { taskListOf } from '#lib/domain/journeys/task-list.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const following = followedBy(db, journey.id);
	const former = formerReview(db, person, journey);
	return {
		journey,
		former: former ? { id: former.id, number: former.number, closedOn: former.closedOn } : null,
		following: following ?? null,
		mayReviewAgain: journey.state === 'finished' && !following && can(person, 'start journey', { serviceId: journey.serviceId }),
		sponsor: sponsorOf(db, journey),
		services: servicesOfJourney(db, journey.id).map(({ name }) => name),
		team: teamOf(db, journey.id).map(({ name }) => name),
		personas: personasOf(db, journey.id).map(({ name }) => name),
		methods: methodsOf(db, journey.id).map(({ method, heldOn }) => ({ method, heldOn })),
		tasks: taskListOf(db, journey, today),
		tied: tiedView(db, person, 'journey', journey.id),
		mayTie: tiesSome(person),
		mayReview: can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey)
	};
};
