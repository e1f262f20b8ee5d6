import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { isFiltered, outlineFiltersIn, outlinePage } from '#lib/domain/golden-thread/outline-page.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const filters = outlineFiltersIn(event.url.searchParams);
	return {
		filters,
		isFiltered: isFiltered(filters),
		...outlinePage(event.locals.db, person, filters),
		crumbs: threadCrumbs()
	};
};
