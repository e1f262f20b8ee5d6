import { fail, redirect } from '@sveltejs/kit';
import { addDirectorate } from '#lib/domain/organisation/adding.server.ts';
import { addressOf, structureCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { directorateForm } from '#lib/domain/organisation/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	return { crumbs: structureCrumbs([], 'Add a directorate') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, directorateForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addDirectorate(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `${addressOf({ kind: 'directorate', id: outcome.id })}?done=added`);
	}
};
