import { can } from '#lib/domain/access/can.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingsListed } from '#lib/domain/board/meetings-listing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see board');
	return {
		...meetingsListed(event.locals.db, event.url.searchParams.get('after') ?? undefined),
		today: event.locals.today,
		canRun: can(person, 'run board'),
		crumbs: boardCrumbs({ label: 'Meetings' })
	};
};
