import { placeIn, recommendationFiltersIn } from '#lib/domain/findings/filters.ts';
import { choicesOf } from '#lib/domain/findings/listing.server.ts';
import { countRecommendations, recommendationsListed } from '#lib/domain/findings/recommendations-listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = recommendationFiltersIn(query);
	return {
		filters,
		...recommendationsListed(db, person, filters, placeIn(query)),
		counts: countRecommendations(db, person, filters),
		choices: choicesOf(db, person),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Recommendations' }]
	};
};
