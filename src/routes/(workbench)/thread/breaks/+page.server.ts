import { breakFiltersIn, breaksSeen } from '#lib/domain/golden-thread/breaks-page.server.ts';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { servicesOffered } from '#lib/domain/golden-thread/services-below.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { pageSize } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = breakFiltersIn(query);
	const all = breaksSeen(db, person, filters);
	const from = Math.max(0, Math.min(Number.parseInt(query.get('from') ?? '0', 10) || 0, all.length));
	return {
		filters,
		from,
		total: all.length,
		rows: all.slice(from, from + pageSize),
		previous: from > 0 ? Math.max(0, from - pageSize) : null,
		next: from + pageSize < all.length ? from + pageSize : null,
		services: servicesOffered(db, filters.service),
		crumbs: threadCrumbs('Breaks')
	};
};
