import { fail, redirect } from '@sveltejs/kit';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { onlyWords, typedRecommendation } from '#lib/domain/findings/details.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { newRecommendationForm } from '#lib/domain/findings/forms.ts';
import { channelCostsOf } from '#lib/domain/findings/reading.server.ts';
import { addRecommendation } from '#lib/domain/findings/recommending.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const finding = findingToChange(db, person, event.params.finding);
	return {
		finding: { id: finding.id, what: finding.what },
		costs: channelCostsOf(db),
		start: typedRecommendation(onlyWords('')),
		crumbs: findingCrumbs(finding, { label: 'Recommend something' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const finding = findingToChange(db, person, event.params.finding);
		const form = await parseForm(event, newRecommendationForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addRecommendation(db, person, finding, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/recommendations/${outcome.number}?done=added`);
	}
};
