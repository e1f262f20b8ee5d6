import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { mustStart } from '#lib/domain/calibration/finding.server.ts';
import { raterTablesOf } from '#lib/domain/calibration/rater-tables.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustStart(person);
	return {
		tables: raterTablesOf(event.locals.db, person).map(({ madeAt, ...table }) => ({ ...table, made: showMoment(madeAt) })),
		crumbs: calibrationCrumbs({ label: 'Ratings made elsewhere' })
	};
};
