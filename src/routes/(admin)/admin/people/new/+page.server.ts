import { fail, redirect } from '@sveltejs/kit';
import { addPerson } from '#lib/domain/access/people-adding.server.ts';
import { addPersonForm } from '#lib/domain/access/people-forms.ts';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	return { crumbs: adminCrumbs({ href: '/admin/people', label: 'People' }, { label: 'Add a person' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, addPersonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addPerson(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${outcome.id}?done=added`);
	}
};
