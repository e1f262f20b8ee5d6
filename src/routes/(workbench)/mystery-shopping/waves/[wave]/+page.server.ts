import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { shoppersOf } from '#lib/domain/mystery-shopping/plan-asked.server.ts';
import { visitFiltersIn } from '#lib/domain/mystery-shopping/filters.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { progressOf, servicesIn, visitsPage, workOf } from '#lib/domain/mystery-shopping/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const found = waveToRun(db, person, event.params.wave);
	const query = event.url.searchParams;
	const filters = visitFiltersIn(query);
	const { asked, ...wave } = found.wave;
	return {
		wave: { ...wave, seed: asked?.seed ?? null },
		programme: found.programme,
		filters,
		...visitsPage(db, wave.id, filters, placeByNumber(query)),
		progress: progressOf(db, wave.id),
		work: workOf(db, wave.id),
		services: servicesIn(db, wave.id),
		shoppers: shoppersOf(db).map(({ id, name }) => ({ value: id, label: name })),
		crumbs: waveCrumbs(found)
	};
};
