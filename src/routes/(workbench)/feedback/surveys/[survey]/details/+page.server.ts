import { fail, redirect } from '@sveltejs/kit';
import { changedSurveyForm } from '#lib/domain/surveys/forms.ts';
import { changeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { surveyStateOn } from '#lib/domain/surveys/state.ts';
import { surveyCrumbs, surveyNav, surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
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
		start: { title: survey.title, openFrom: survey.openFrom, openUntil: survey.openUntil ?? '' },
		crumbs: surveyCrumbs(survey, { label: 'Title and dates' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const form = await parseForm(event, changedSurveyForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeSurvey(db, person, survey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}?done=details`);
	}
};
