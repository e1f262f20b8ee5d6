import { structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { servicesIn } from '#lib/domain/organisation/structure.server.ts';
import { pathTo, unitById } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const directorate = unitById(db, 'directorate', event.params.directorate);
	if (!directorate) notFound();
	return {
		directorate,
		services: servicesIn(db, directorate.id, event.url.searchParams.get('after') ?? ''),
		crumbs: structureCrumbs(pathTo(db, 'directorate', directorate.id))
	};
};
