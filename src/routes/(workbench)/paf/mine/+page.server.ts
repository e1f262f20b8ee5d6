import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { ownResults, ownResultsSummed, resultFilters } from '#lib/domain/paf/listing.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'isAdvisor');
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = { ...resultFilters(query), staff: '' };
	const { waiting, months } = ownResultsSummed(db, person);
	return {
		parts,
		filters,
		waiting,
		months: months.map((value) => ({ value, label: showMonth(value) })),
		listed: ownResults(db, person, filters, placeByNumber(query)),
		crumbs: pafCrumbs({ label: 'My results' })
	};
};
