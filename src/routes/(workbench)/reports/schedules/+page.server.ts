import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { schedulesOf } from '#lib/reports/kept/scheduling.server.ts';
import { hasReports } from '#lib/reports/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	return {
		schedules: schedulesOf(event.locals.db, person),
		hasReports: hasReports(person),
		crumbs: keptCrumbs(person, { label: 'Kept regularly' })
	};
};
