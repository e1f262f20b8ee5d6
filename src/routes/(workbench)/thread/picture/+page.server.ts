import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { graphAskedIn, graphPage } from '#lib/domain/golden-thread/graph-page.server.ts';
import { seesFeedback } from '#lib/domain/complaints/pages-seen.ts';
import { seesMeasures } from '#lib/domain/golden-thread/sight.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const asked = graphAskedIn(event.url.searchParams);
	return {
		asked,
		seesMeasures: seesMeasures(person),
		seesFeedback: seesFeedback(person),
		...graphPage(event.locals.db, asked),
		crumbs: threadCrumbs('Picture')
	};
};
