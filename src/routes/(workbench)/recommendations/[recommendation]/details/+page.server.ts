import { fail, redirect } from '@sveltejs/kit';
import { recommendationCrumbs } from '#lib/domain/findings/crumbs.ts';
import { typedRecommendation } from '#lib/domain/findings/details.ts';
import { recommendationForm } from '#lib/domain/findings/forms.ts';
import { channelCostsOf } from '#lib/domain/findings/reading.server.ts';
import { recommendationToChange } from '#lib/domain/findings/recommendation.server.ts';
import { saveRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const recommendation = recommendationToChange(db, person, event.params.recommendation);
	return {
		recommendation: { number: recommendation.number, version: recommendation.version },
		finding: { what: recommendation.finding.what },
		costs: channelCostsOf(db),
		start: typedRecommendation(recommendation),
		crumbs: recommendationCrumbs(recommendation, { label: 'Change' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const recommendation = recommendationToChange(db, person, event.params.recommendation);
		const form = await parseForm(event, recommendationForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveRecommendation(db, person, recommendation, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/recommendations/${recommendation.number}?done=saved`);
	}
};
