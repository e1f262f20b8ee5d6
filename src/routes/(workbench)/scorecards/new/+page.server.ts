import { fail, redirect } from '@sveltejs/kit';
import { newCardForm } from '#lib/domain/scorecards/forms.ts';
import { startCard } from '#lib/domain/scorecards/starting.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	return { crumbs: [{ href: '/', label: 'Home' }, { href: '/scorecards', label: 'Scorecards' }, { label: 'Start a scorecard' }] };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, newCardForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => startCard(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${outcome.id}/edit?copied`);
	}
};
