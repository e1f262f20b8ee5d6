import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { checksVisits } from '#lib/domain/mystery-shopping/finding.server.ts';
import { visitsToCheck } from '#lib/domain/mystery-shopping/listing.server.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!checksVisits(person)) notFound();
	const { db } = event.locals;
	return { visits: visitsToCheck(db, person), parts: partsFor(db, person), crumbs: shoppingCrumbs({ label: 'To check' }) };
};
