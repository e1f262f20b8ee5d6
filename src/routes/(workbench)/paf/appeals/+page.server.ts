import { dayOf } from '#lib/domain/calendar/dates.ts';
import { appealsListed, countAppeals } from '#lib/domain/paf/appeals-listing.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { appealFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { nameOf } from '#lib/domain/paf/showing.ts';
import { teamsToChoose } from '#lib/domain/paf-sheets/staff-seen.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'scores', 'leads');
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = appealFiltersIn(query);
	const { rows, previous, next } = appealsListed(db, person, filters, placeByNumber(query));
	return {
		parts,
		filters,
		teams: teamsToChoose(db, person, 'decide appeal'),
		rows: rows.map(({ appealedAt, decidedAt, channel, at, ...row }) => ({
			...row,
			name: nameOf(channel, at),
			appealed: dayOf(appealedAt),
			decided: decidedAt === null ? null : dayOf(decidedAt)
		})),
		previous,
		next,
		count: countAppeals(db, person, filters),
		crumbs: pafCrumbs({ label: 'Appeals' })
	};
};
