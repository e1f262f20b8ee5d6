import { can } from '#lib/domain/access/can.ts';
import { recommendationFiltersIn } from '#lib/domain/findings/filters.ts';
import { choicesOf } from '#lib/domain/findings/listing.server.ts';
import { weightsOf } from '#lib/domain/findings/reading.server.ts';
import { matrixOf } from '#lib/domain/findings/recommendations-listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	// what waits is what the matrix is for; whoever wants all says so
	const filters = recommendationFiltersIn(query.has('state') ? query : new URLSearchParams([...query, ['state', 'waiting']]));
	return {
		filters,
		...matrixOf(db, person, filters),
		weights: weightsOf(db),
		choices: choicesOf(db, person),
		mayWeigh: can(person, 'set matrix weights'),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/recommendations', label: 'Recommendations' }, { label: 'Value and effort' }]
	};
};
