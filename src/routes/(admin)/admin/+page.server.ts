import { listPeople } from '#lib/domain/access/people-listing.server.ts';
import { structureTotals } from '#lib/domain/organisation/structure.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	return {
		people: listPeople(db, { state: 'active' }).total,
		invited: listPeople(db, { state: 'invited' }).total,
		...structureTotals(db),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Administration' }]
	};
};
