import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { filtersIn } from '#lib/domain/complaints/filters.ts';
import { casesListed, openCases, servicesOfCases, teamsOfCases } from '#lib/domain/complaints/listing.server.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const asked = filtersIn(query);
	const teams = teamsOfCases(db, person, asked.service);
	// somebody chose another service and left the team as it was
	const filters = { ...asked, team: teams.some(({ value }) => value === asked.team) ? asked.team : '' };
	const place = { after: query.get('after') ?? undefined, before: query.get('before') ?? undefined };
	return {
		today,
		filters,
		...casesListed(db, person, filters, place, today),
		open: openCases(db, person, today),
		services: servicesOfCases(db, person),
		teams,
		pages: pagesSeen(person),
		given: query.get('given'),
		crumbs: feedbackCrumbs({ label: 'Complaints and comments' })
	};
};
