import { fail, redirect } from '@sveltejs/kit';
import { heldForm } from '#lib/domain/surveys/forms.ts';
import { decideHeld, heldAnswers } from '#lib/domain/surveys/holding.server.ts';
import { surveyCrumbs, surveyNav, surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const survey = surveyToRun(db, person, event.params.survey);
	return {
		survey,
		nav: surveyNav(db, survey),
		rows: heldAnswers(db, survey.id),
		decided: event.url.searchParams.get('decided'),
		crumbs: surveyCrumbs(survey, { label: 'Held' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const form = await parseForm(event, heldForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => decideHeld(db, person, survey, form.data.held, form.data.decision));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}/held?decided=${outcome.decided}`);
	}
};
