import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const journey = journeySeen(event.locals.db, person, event.params.journey);
	return {
		journey,
		mayReview: can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey)
	};
};
