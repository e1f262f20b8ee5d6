import { surveySeen } from '#lib/domain/surveys/finding.server.ts';
import { surveyStateOn } from '#lib/domain/surveys/state.ts';
import { surveyCrumbs, surveyNav, surveyResults } from '#lib/domain/surveys/survey-page.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const survey = surveySeen(db, person, event.params.survey);
	return {
		survey,
		state: surveyStateOn(survey, today),
		nav: surveyNav(db, survey),
		results: surveyResults(db, survey, event.url.searchParams.get('month'), today),
		done: event.url.searchParams.get('done'),
		crumbs: surveyCrumbs(survey)
	};
};
