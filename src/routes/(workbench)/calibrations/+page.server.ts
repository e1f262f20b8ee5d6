import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationFiltersIn } from '#lib/domain/calibration/filters.ts';
import { mayStart } from '#lib/domain/calibration/finding.server.ts';
import { calibrationsListed, countCalibrations } from '#lib/domain/calibration/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = calibrationFiltersIn(query);
	return {
		filters,
		...calibrationsListed(db, person, filters, placeByNumber(query)),
		count: countCalibrations(db, person, filters),
		mayStart: mayStart(person),
		crumbs: calibrationCrumbs()
	};
};
