import { fail, redirect } from '@sveltejs/kit';
import { launchForm } from '#lib/domain/cycles/forms.ts';
import { launchChoices, openServiceIds } from '#lib/domain/cycles/launch-choices.server.ts';
import { launch } from '#lib/domain/cycles/launching.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run cycles');
	return {
		...launchChoices(event.locals.db),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/cycles', label: 'Cycles' }, { label: 'Launch a cycle' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run cycles');
		const { db, today } = event.locals;
		const form = await parseForm(event, launchForm);
		if (!form.ok) return fail(400, form);
		const { which, services, ...cycle } = form.data;
		const chosen = which === 'all' ? openServiceIds(db) : services;
		const outcome = once(event, form, () => launch(db, person, { ...cycle, services: chosen }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/cycles/${outcome.id}?launched=${outcome.count}`);
	}
};
