import { servicesWhere } from '#lib/domain/access/can.ts';
import { filtersIn } from '#lib/domain/journeys/filters.ts';
import { countJourneys, journeysListed, servicesCrossed } from '#lib/domain/journeys/listing.server.ts';
import { seesJourneys } from '#lib/domain/journeys/sight.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

const numberIn = (text: string | null) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = filtersIn(query);
	return {
		filters,
		...journeysListed(db, person, filters, { after: numberIn(query.get('after')), before: numberIn(query.get('before')) }),
		counts: countJourneys(db, person, filters),
		services: servicesCrossed(db, person),
		seesJourneys: seesJourneys(db, person),
		canStart: servicesWhere(person, 'start journey').length > 0,
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Journeys' }]
	};
};
