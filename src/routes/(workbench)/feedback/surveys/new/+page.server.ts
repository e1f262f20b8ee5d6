import { fail, redirect } from '@sveltejs/kit';
import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { surveyable } from '#lib/domain/surveys/choosing.server.ts';
import { mayRunSurveys } from '#lib/domain/surveys/finding.server.ts';
import { surveyForm } from '#lib/domain/surveys/forms.ts';
import { makeSurvey } from '#lib/domain/surveys/keeping.server.ts';
import { surveyParts } from '#lib/domain/surveys/words.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!mayRunSurveys(person)) notFound();
	const { db, today } = event.locals;
	const choices = surveyable(db, person);
	const serviceId = !choices.council && choices.services.length === 1 ? choices.services[0]!.value : '';
	return {
		...choices,
		start: { title: '', kind: 'monthly', serviceId, openFrom: today, openUntil: '', 'parts[]': [...surveyParts] },
		crumbs: feedbackCrumbs({ href: '/feedback/surveys', label: 'Surveys' }, { label: 'Make a survey' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!mayRunSurveys(person)) notFound();
		const form = await parseForm(event, surveyForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => makeSurvey(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${outcome.number}/link`);
	}
};
