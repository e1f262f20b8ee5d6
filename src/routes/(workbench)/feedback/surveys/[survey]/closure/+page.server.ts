import { fail, redirect } from '@sveltejs/kit';
import { versionForm } from '#lib/domain/surveys/forms.ts';
import { closeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { surveyCrumbs, surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const survey = surveyToRun(event.locals.db, person, event.params.survey);
	return { survey, crumbs: surveyCrumbs(survey, { label: 'Closing' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeSurvey(db, person, survey.id, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}?done=closed`);
	}
};
