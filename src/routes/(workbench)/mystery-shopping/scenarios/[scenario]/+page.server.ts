import { fail, redirect } from '@sveltejs/kit';
import { scenarioChoices, servicesOfScenario } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { scenarioToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { changedScenarioForm, versionForm } from '#lib/domain/mystery-shopping/forms.ts';
import { changeScenario, retireScenario } from '#lib/domain/mystery-shopping/keeping-scenarios.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { id, version, number, retiredOn, variants, ...rest } = scenarioToRun(db, person, event.params.scenario);
	return {
		scenario: { id, version, number, retiredOn },
		start: { ...rest, variants: variants.join('\n'), 'services[]': servicesOfScenario(db, id) },
		choices: scenarioChoices(db),
		crumbs: shoppingCrumbs({ href: '/mystery-shopping/scenarios', label: 'Scenarios' }, { label: `Scenario ${number}` })
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { id } = scenarioToRun(db, person, event.params.scenario);
		const form = await parseForm(event, changedScenarioForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeScenario(db, person, id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/scenarios?done=saved');
	},
	retire: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { id } = scenarioToRun(db, person, event.params.scenario);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => retireScenario(db, person, id, { ...form.data, today }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/scenarios?done=saved');
	}
};
