import { can } from '#lib/domain/access/can.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { programmeSeen } from '#lib/domain/mystery-shopping/finding.server.ts';
import { programmesSeen } from '#lib/domain/mystery-shopping/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const programme = programmeSeen(db, person, event.params.programme);
	return {
		programme,
		waves: programmesSeen(db, person).find(({ id }) => id === programme.id)?.waves ?? [],
		mayRun: can(person, 'run shopping'),
		crumbs: shoppingCrumbs({ label: programme.name })
	};
};
