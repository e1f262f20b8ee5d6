import { can } from '#lib/domain/access/can.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { logFiltersIn } from '#lib/domain/board/log-filters.ts';
import { countLogged, decisionsLogged } from '#lib/domain/board/log.server.ts';
import { latestMeetings } from '#lib/domain/board/meetings-listing.server.ts';
import { shownSince } from '#lib/domain/board/overview.server.ts';
import { sinceOf } from '#lib/domain/board/since.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see board');
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const filters = logFiltersIn(query);
	const { rows, ...pages } = decisionsLogged(db, filters, placeByNumber(query), today);
	const since = sinceOf(db, rows, today);
	return {
		filters,
		...pages,
		rows: rows.map((row) => shownSince(row, since)),
		count: countLogged(db, filters, today),
		meetings: latestMeetings(db, today).map(({ number, heldOn }) => ({ number, heldOn })),
		canRun: can(person, 'run board'),
		crumbs: boardCrumbs({ label: 'Decisions' })
	};
};
