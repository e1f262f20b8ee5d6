import { makeLink } from '#lib/domain/surveys/keeping.server.ts';
import { surveyStateOn } from '#lib/domain/surveys/state.ts';
import { surveyCrumbs, surveyNav, surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { signedIn } from '#lib/server/guard.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const survey = surveyToRun(db, person, event.params.survey);
	return {
		survey,
		state: surveyStateOn(survey, today),
		nav: surveyNav(db, survey),
		made: survey.hasLink && survey.linkMadeAt ? showMoment(survey.linkMadeAt) : null,
		crumbs: surveyCrumbs(survey, { label: 'Link' })
	};
};

export const actions: Actions = {
	default: (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		// without a submission id: its answer would keep the secret, and a second link only replaces the first
		const outcome = once(event, { submission: '' }, () => makeLink(db, person, survey.id));
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		return { link: `${event.url.origin}/survey/${outcome.token}` };
	}
};
