import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { feedbackAtAGlance } from '#lib/domain/complaints/glance.server.ts';
import { openCases } from '#lib/domain/complaints/listing.server.ts';
import { pagesSeen, seesFeedback } from '#lib/domain/complaints/pages-seen.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!seesFeedback(person)) notFound();
	const pages = pagesSeen(person);
	const { db, today } = event.locals;
	return {
		pages,
		glance: pages.figures ? feedbackAtAGlance(db, person, today) : null,
		open: pages.cases ? openCases(db, person, today) : null,
		crumbs: feedbackCrumbs()
	};
};
