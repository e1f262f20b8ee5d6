import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { isShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { visitsOfShopper } from '#lib/domain/mystery-shopping/listing.server.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!isShopper(person)) notFound();
	const { db } = event.locals;
	return { ...visitsOfShopper(db, person.id), parts: partsFor(db, person), crumbs: shoppingCrumbs({ label: 'Your visits' }) };
};
