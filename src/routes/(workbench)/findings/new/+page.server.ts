import { fail, redirect } from '@sveltejs/kit';
import { addFindingByHand } from '#lib/domain/findings/adding.server.ts';
import { choicesElsewhere } from '#lib/domain/findings/choosing.server.ts';
import { startingByHand } from '#lib/domain/findings/first-values.server.ts';
import { newHandFindingForm } from '#lib/domain/findings/forms.ts';
import { mayAddByHand } from '#lib/domain/findings/finding.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!mayAddByHand(person)) notFound();
	const choices = choicesElsewhere(event.locals.db, person);
	return {
		choices,
		start: startingByHand(choices),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/findings', label: 'Findings' }, { label: 'Add a finding' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!mayAddByHand(person)) notFound();
		const form = await parseForm(event, newHandFindingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addFindingByHand(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/findings/${outcome.id}?done=added`);
	}
};
