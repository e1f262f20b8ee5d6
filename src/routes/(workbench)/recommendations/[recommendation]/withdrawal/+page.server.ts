import { fail, redirect } from '@sveltejs/kit';
import { recommendationCrumbs } from '#lib/domain/findings/crumbs.ts';
import { withdrawalForm } from '#lib/domain/findings/forms.ts';
import { recommendationToChange } from '#lib/domain/findings/recommendation.server.ts';
import { withdrawRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const recommendation = recommendationToChange(event.locals.db, person, event.params.recommendation);
	const { number, version, text } = recommendation;
	return { recommendation: { number, version, text }, crumbs: recommendationCrumbs(recommendation, { label: 'Withdraw' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const recommendation = recommendationToChange(db, person, event.params.recommendation);
		const form = await parseForm(event, withdrawalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => withdrawRecommendation(db, person, recommendation, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/recommendations/${recommendation.number}?done=withdrawn`);
	}
};
