import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { keptFiltersIn } from '#lib/reports/kept/filters.ts';
import { keptChoices, keptListed } from '#lib/reports/kept/listing.server.ts';
import { hasReports } from '#lib/reports/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = keptFiltersIn(query);
	return {
		filters,
		...keptListed(db, person, filters, placeByNumber(query)),
		choices: keptChoices(db, person),
		hasReports: hasReports(person),
		crumbs: keptCrumbs(person)
	};
};
