import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { ownResults } from '#lib/domain/paf/listing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'isAdvisor');
	return { parts, rows: ownResults(event.locals.db, person), crumbs: pafCrumbs({ label: 'My results' }) };
};
