import { fail, redirect } from '@sveltejs/kit';
import { editPerson } from '#lib/domain/access/people-changing.server.ts';
import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { editPersonForm } from '#lib/domain/access/people-forms.ts';
import { personCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const person = personForAdministrator(event.locals.db, event.params.person);
	if (!person) notFound();
	return { shown: person, crumbs: personCrumbs(person, 'Change details') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, editPersonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => editPerson(event.locals.db, person, event.params.person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${event.params.person}?done=changed`);
	}
};
