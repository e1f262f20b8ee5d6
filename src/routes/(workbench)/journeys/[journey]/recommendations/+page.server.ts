import { placeIn, recommendationFiltersIn } from '#lib/domain/findings/filters.ts';
import { countRecommendations, recommendationsListed } from '#lib/domain/findings/recommendations-listing.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const query = event.url.searchParams;
	const filters = { ...recommendationFiltersIn(query), journey: journey.id, service: '' };
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number },
		filters,
		...recommendationsListed(db, person, filters, placeIn(query)),
		counts: countRecommendations(db, person, filters),
		crumbs: journeyCrumbs(journey, { label: 'Recommendations' })
	};
};
