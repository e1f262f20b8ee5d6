import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { feedbackAtAGlance } from '#lib/domain/complaints/glance.server.ts';
import { openCases } from '#lib/domain/complaints/listing.server.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const pages = pagesSeen(person);
	if (!Object.values(pages).some(Boolean)) notFound();
	const { db, today } = event.locals;
	return {
		pages,
		glance: pages.figures ? feedbackAtAGlance(db, person, today) : null,
		open: pages.cases ? openCases(db, person, today) : null,
		crumbs: feedbackCrumbs()
	};
};
