import { fail, redirect } from '@sveltejs/kit';
import { addGrant } from '#lib/domain/access/granting.server.ts';
import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { grantForm } from '#lib/domain/access/people-forms.ts';
import { roles, scopesOf } from '#lib/domain/access/person.ts';
import { personCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { openUnits } from '#lib/domain/organisation/unit-finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const { db } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	if (!person) notFound();
	const role = roles.find((known) => known === event.url.searchParams.get('role')) ?? null;
	const scopes = role ? scopesOf[role] : [];
	const unit = scopes.includes('team') ? 'team' : scopes.includes('service') ? 'service' : null;
	return {
		shown: person,
		role,
		unit,
		overCouncil: scopes.includes('council'),
		units: unit ? openUnits(db, unit) : [],
		crumbs: personCrumbs(person, 'Give a role')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, grantForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addGrant(event.locals.db, person, event.params.person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${event.params.person}?done=given`);
	}
};
