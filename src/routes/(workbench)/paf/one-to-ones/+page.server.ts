import { dueFiltersIn, oneToOnesDue } from '#lib/domain/one-to-ones/due-listing.server.ts';
import { teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const parts = mustHave(person, 'talks');
	const filters = dueFiltersIn(event.url.searchParams);
	return {
		parts,
		filters,
		teams: teamsToChoose(db, person, 'run one-to-one'),
		...oneToOnesDue(db, person, filters, today),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'One-to-ones' }]
	};
};
