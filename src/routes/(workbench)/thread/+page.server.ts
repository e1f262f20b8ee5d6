import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { isFiltered, outlineAskedIn } from '#lib/domain/golden-thread/outline-asked.ts';
import { outlinePage } from '#lib/domain/golden-thread/outline-page.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	const asked = outlineAskedIn(event.url.searchParams);
	const { text, level, service } = asked;
	return {
		filters: { text, level, service },
		all: asked.all,
		isFiltered: isFiltered(asked),
		...outlinePage(event.locals.db, person, asked),
		crumbs: threadCrumbs()
	};
};
