import { fail, redirect } from '@sveltejs/kit';
import { grantInWords } from '#lib/domain/access/grant-in-words.ts';
import { removeGrant } from '#lib/domain/access/granting.server.ts';
import { grantsOf, personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { confirmedForm } from '#lib/domain/access/people-forms.ts';
import { personCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const me = allowed(event, 'administer');
	const { db } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	const grant = person && grantsOf(db, person.id).find(({ id }) => id === event.params.role);
	if (!person || !grant) notFound();
	return {
		shown: person,
		grant: grantInWords(grant),
		isMyWayIn: person.id === me.id && grant.role === 'administrator',
		crumbs: personCrumbs(person, 'Take a role away')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, confirmedForm);
		if (!form.ok) return fail(400, form);
		const input = { grantId: event.params.role, ...form.data };
		const outcome = once(event, form, () => removeGrant(event.locals.db, person, event.params.person, input));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${event.params.person}?done=taken`);
	}
};
