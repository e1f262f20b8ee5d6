import { fail, redirect } from '@sveltejs/kit';
import { openServices } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { declareTie, endTie, tiesOf } from '#lib/domain/mystery-shopping/declaring-ties.server.ts';
import { isShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { tieEndForm, tieForm } from '#lib/domain/mystery-shopping/forms.ts';
import { partsFor } from '#lib/domain/mystery-shopping/parts.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!isShopper(person)) notFound();
	const { db } = event.locals;
	return {
		ties: tiesOf(db, person.id),
		services: openServices(db).map(({ id, name }) => ({ value: id, label: name })),
		parts: partsFor(db, person),
		crumbs: shoppingCrumbs({ label: 'Your ties' })
	};
};

export const actions: Actions = {
	declare: async (event) => {
		const person = signedIn(event);
		if (!isShopper(person)) notFound();
		const form = await parseForm(event, tieForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => declareTie(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/ties?done=declared');
	},
	end: async (event) => {
		const person = signedIn(event);
		if (!isShopper(person)) notFound();
		const form = await parseForm(event, tieEndForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => endTie(event.locals.db, person, form.data.serviceId));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/ties?done=ended');
	}
};
