import { redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { checksVisits, isShopper, seesResults } from '#lib/domain/mystery-shopping/finding.server.ts';
import { programmesSeen } from '#lib/domain/mystery-shopping/listing.server.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!seesResults(person) && checksVisits(person)) redirect(303, '/mystery-shopping/checks');
	if (!seesResults(person) && isShopper(person)) redirect(303, '/mystery-shopping/visits');
	if (!seesResults(person)) notFound();
	const { db } = event.locals;
	return {
		programmes: programmesSeen(db, person),
		parts: partsFor(db, person),
		mayRun: can(person, 'run shopping'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Mystery shopping' }]
	};
};
