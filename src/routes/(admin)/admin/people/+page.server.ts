import { listPeople } from '#lib/domain/access/people-listing.server.ts';
import { peopleQueryIn } from '#lib/domain/access/people-words.ts';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { openUnits } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const query = peopleQueryIn(event.url.searchParams);
	return {
		query,
		list: listPeople(event.locals.db, query),
		services: openUnits(event.locals.db, 'service'),
		crumbs: adminCrumbs({ label: 'People' })
	};
};
