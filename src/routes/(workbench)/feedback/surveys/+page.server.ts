import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { mayRunSurveys } from '#lib/domain/surveys/finding.server.ts';
import { surveyFiltersIn, surveysListed } from '#lib/domain/surveys/listing.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const pages = pagesSeen(person);
	if (!pages.figures) notFound();
	const { db, today } = event.locals;
	const query = event.url.searchParams;
	const filters = surveyFiltersIn(query);
	return {
		pages,
		filters,
		...surveysListed(db, person, filters, placeByNumber(query), today),
		mayRun: mayRunSurveys(person),
		crumbs: feedbackCrumbs({ label: 'Surveys' })
	};
};
