import { findingFiltersIn, placeIn } from '#lib/domain/findings/filters.ts';
import { mayAddByHand } from '#lib/domain/findings/finding.server.ts';
import { choicesOf, countFindings, findingsListed } from '#lib/domain/findings/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = findingFiltersIn(query);
	return {
		filters,
		...findingsListed(db, person, filters, placeIn(query)),
		counts: countFindings(db, person, filters),
		choices: choicesOf(db, person),
		mayAdd: mayAddByHand(person),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Findings' }]
	};
};
