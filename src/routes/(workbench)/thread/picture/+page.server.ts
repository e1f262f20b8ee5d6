import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { graphAskedIn, graphPage } from '#lib/domain/golden-thread/graph-page.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'see thread');
	const asked = graphAskedIn(event.url.searchParams);
	return {
		asked,
		...graphPage(event.locals.db, asked),
		crumbs: threadCrumbs('Picture')
	};
};
