import { fail, redirect } from '@sveltejs/kit';
import { scenarioChoices } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { scenarioForm } from '#lib/domain/mystery-shopping/forms.ts';
import { addScenario } from '#lib/domain/mystery-shopping/keeping-scenarios.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run shopping');
	return {
		choices: scenarioChoices(event.locals.db),
		crumbs: shoppingCrumbs({ href: '/mystery-shopping/scenarios', label: 'Scenarios' }, { label: 'Add a scenario' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run shopping');
		const form = await parseForm(event, scenarioForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addScenario(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/scenarios?done=added');
	}
};
