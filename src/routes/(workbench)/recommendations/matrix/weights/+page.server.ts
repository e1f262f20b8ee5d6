import { fail, redirect } from '@sveltejs/kit';
import { weightsForm } from '#lib/domain/findings/forms.ts';
import { weightsOf } from '#lib/domain/findings/reading.server.ts';
import { saveWeights } from '#lib/domain/findings/weighing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'set matrix weights');
	return {
		weights: weightsOf(event.locals.db),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/recommendations', label: 'Recommendations' },
			{ href: '/recommendations/matrix', label: 'Value and effort' },
			{ label: 'Weights' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'set matrix weights');
		const form = await parseForm(event, weightsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveWeights(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/recommendations/matrix?done=weights');
	}
};
