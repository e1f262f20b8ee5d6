import { assessmentsListed, cyclesListed, handedTo } from '#lib/domain/assessments/listing.server.ts';
import { listFilterOf } from '#lib/domain/assessments/list-filter.ts';
import { shownListing } from '#lib/domain/assessments/shown-listing.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const filter = listFilterOf(event.url.searchParams);
	const { rows, next } = assessmentsListed(db, person, filter);
	return {
		rows: rows.map((row) => shownListing(row, today)),
		next,
		handed: handedTo(db, person),
		cycles: cyclesListed(db),
		filter,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Assessments' }]
	};
};
