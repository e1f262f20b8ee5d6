import { can } from '#lib/domain/access/can.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingFiltersIn } from '#lib/domain/board/meetings-filters.ts';
import { countMeetings, meetingsListed, plannedMeetings, yearsOfMeetings } from '#lib/domain/board/meetings-listing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see board');
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const filters = meetingFiltersIn(query);
	return {
		filters,
		...meetingsListed(db, filters, placeByNumber(query), today),
		count: countMeetings(db, filters, today),
		years: yearsOfMeetings(db),
		nextOn: plannedMeetings(db).find(({ heldOn }) => heldOn >= today)?.heldOn ?? null,
		canRun: can(person, 'run board'),
		crumbs: boardCrumbs({ label: 'Meetings' })
	};
};
