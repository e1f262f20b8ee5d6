import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { scenarioFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { scenariosListed } from '#lib/domain/mystery-shopping/listing.server.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { allowed } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'run shopping');
	const { db } = event.locals;
	const filters = scenarioFiltersIn(event.url.searchParams);
	return {
		filters,
		scenarios: scenariosListed(db, filters),
		parts: partsFor(db, person),
		crumbs: shoppingCrumbs({ label: 'Scenarios' })
	};
};
