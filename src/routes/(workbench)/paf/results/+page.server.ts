import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { countTeamResults, monthsWithResults, resultFilters, staffWithResults, teamResults } from '#lib/domain/paf/listing.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'leads');
	const { db } = event.locals;
	const filters = resultFilters(event.url.searchParams);
	return {
		parts,
		filters,
		staff: staffWithResults(db, person),
		months: monthsWithResults(db, person).map((value) => ({ value, label: showMonth(value) })),
		count: countTeamResults(db, person, filters),
		listed: teamResults(db, person, filters, placeByNumber(event.url.searchParams)),
		crumbs: pafCrumbs({ label: 'Results of your teams' })
	};
};
