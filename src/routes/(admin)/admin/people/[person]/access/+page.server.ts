import { fail, redirect } from '@sveltejs/kit';
import { deactivate, reactivate } from '#lib/domain/access/deactivating.server.ts';
import { openWorkOf } from '#lib/domain/access/open-work.server.ts';
import { personForAdministrator } from '#lib/domain/access/people-finding.server.ts';
import { confirmedForm, versionForm } from '#lib/domain/access/people-forms.ts';
import { personCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { now } from '#lib/server/clock.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const me = allowed(event, 'administer');
	const { db } = event.locals;
	const person = personForAdministrator(db, event.params.person);
	if (!person) notFound();
	return {
		shown: person,
		isMe: person.id === me.id,
		waiting: openWorkOf(db, person.id),
		crumbs: personCrumbs(person, person.deactivatedAt ? 'Reactivate' : 'Deactivate')
	};
};

export const actions: Actions = {
	deactivate: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, confirmedForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => deactivate(event.locals.db, person, event.params.person, form.data, now()));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${event.params.person}?done=deactivated`);
	},
	reactivate: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reactivate(event.locals.db, person, event.params.person, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/admin/people/${event.params.person}?done=reactivated`);
	}
};
