import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { isFiltered, outlineFiltersIn, outlinePage } from '#lib/domain/golden-thread/outline-page.server.ts';
import { seesFeedback } from '#lib/domain/complaints/pages-seen.ts';
import { seesMeasures } from '#lib/domain/golden-thread/sight.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const filters = outlineFiltersIn(event.url.searchParams);
	return {
		filters,
		isFiltered: isFiltered(filters),
		seesMeasures: seesMeasures(person),
		seesFeedback: seesFeedback(person),
		...outlinePage(event.locals.db, person, filters),
		crumbs: threadCrumbs()
	};
};
