import { fail, redirect } from '@sveltejs/kit';
import { servicesToTell } from '#lib/domain/complaints/choosing.server.ts';
import { keepAnswer } from '#lib/domain/surveys/answering.server.ts';
import { typedAnswerForm } from '#lib/domain/surveys/forms.ts';
import { emptyAnswer } from '#lib/domain/surveys/start-values.ts';
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
		nav: surveyNav(db, survey),
		services: survey.serviceId ? null : servicesToTell(db),
		start: { ...emptyAnswer, day: today, reference: '' } as Record<string, string>,
		saved: event.url.searchParams.has('saved'),
		crumbs: surveyCrumbs(survey, { label: 'Type an answer' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const form = await parseForm(event, typedAnswerForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => keepAnswer(db, person, survey, form.data, 'typed', today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}/answers/new?saved=yes`);
	}
};
