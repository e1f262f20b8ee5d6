import { dueFiltersIn, oneToOnesDue } from '#lib/domain/one-to-ones/due-listing.server.ts';
import { teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { pageNumber, pageSize } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'talks');
	const filters = dueFiltersIn(event.url.searchParams);
	// who is due is worked out day by day, so all of a leader's people are read and some are shown
	const listed = oneToOnesDue(db, person, filters, today);
	const page = pageNumber(event.url.searchParams);
	return {
		parts,
		filters,
		teams: teamsToChoose(db, person, 'run one-to-one'),
		...listed,
		rows: listed.rows.slice(page * pageSize, (page + 1) * pageSize),
		shown: listed.rows.length,
		page,
		isMore: listed.rows.length > (page + 1) * pageSize,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'One-to-ones' }]
	};
};
