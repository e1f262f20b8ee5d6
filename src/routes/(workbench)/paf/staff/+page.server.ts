import { advisorsListed, countAdvisors, staffFiltersIn } from '#lib/domain/paf-sheets/staff-listing.server.ts';
import { teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeById } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const parts = mustHave(person, 'leads');
	const filters = staffFiltersIn(event.url.searchParams);
	return {
		parts,
		filters,
		teams: teamsToChoose(db, person, 'see staff results'),
		...advisorsListed(db, person, filters, placeById(event.url.searchParams)),
		count: countAdvisors(db, person, filters),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Staff' }]
	};
};
