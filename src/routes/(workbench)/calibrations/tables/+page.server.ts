import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { mustStart } from '#lib/domain/calibration/finding.server.ts';
import { raterTableFiltersIn } from '#lib/domain/calibration/table-filters.ts';
import { raterTablesOf } from '#lib/domain/calibration/tables-listing.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustStart(person);
	const filters = raterTableFiltersIn(event.url.searchParams);
	return {
		filters,
		tables: raterTablesOf(event.locals.db, person, filters).map(({ madeAt, ...table }) => ({ ...table, made: showMoment(madeAt) })),
		crumbs: calibrationCrumbs({ label: 'Ratings made elsewhere' })
	};
};
