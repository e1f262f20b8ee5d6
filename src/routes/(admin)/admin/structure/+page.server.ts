import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { structureOf } from '#lib/domain/organisation/structure.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const closed = event.url.searchParams.get('closed') === '1';
	return { closed, tree: structureOf(event.locals.db, closed), crumbs: adminCrumbs({ label: 'Structure' }) };
};
