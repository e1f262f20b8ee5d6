import { can } from '#lib/domain/access/can.ts';
import { findingFiltersIn, placeIn } from '#lib/domain/findings/filters.ts';
import { countFindings, findingsListed } from '#lib/domain/findings/listing.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const query = event.url.searchParams;
	const filters = { ...findingFiltersIn(query), journey: journey.id, service: '', source: '' as const };
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number },
		filters,
		...findingsListed(db, person, filters, placeIn(query)),
		counts: countFindings(db, person, filters),
		withdrawn: countFindings(db, person, { ...filters, state: 'withdrawn' }).all,
		mayAdd: journey.state === 'open' && can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey, { label: 'Findings' })
	};
};
