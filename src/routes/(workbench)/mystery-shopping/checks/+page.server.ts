import { checksListed, countChecks, servicesToCheck } from '#lib/domain/mystery-shopping/checks-listing.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { checksVisits } from '#lib/domain/mystery-shopping/finding.server.ts';
import { checkFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!checksVisits(person)) notFound();
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = checkFiltersIn(query);
	return {
		filters,
		services: servicesToCheck(db, person),
		...checksListed(db, person, filters, placeByNumber(query)),
		count: countChecks(db, person, filters),
		parts: partsFor(db, person),
		crumbs: shoppingCrumbs({ label: 'To check' })
	};
};
