import { structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { holdersOf } from '#lib/domain/organisation/dependents.server.ts';
import { teamsIn } from '#lib/domain/organisation/structure.server.ts';
import { pathTo, serviceById } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const service = serviceById(db, event.params.service);
	if (!service) notFound();
	return {
		service,
		teams: teamsIn(db, service.id),
		holders: holdersOf(db, 'service', service.id),
		crumbs: structureCrumbs(pathTo(db, 'service', service.id))
	};
};
