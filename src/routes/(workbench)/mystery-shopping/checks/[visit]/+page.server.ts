import { fail, redirect } from '@sveltejs/kit';
import { acceptVisit, leaveOut, sendBack } from '#lib/domain/mystery-shopping/checking-visits.server.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { visitToCheck } from '#lib/domain/mystery-shopping/finding.server.ts';
import { mendForm, reasonForm, versionForm } from '#lib/domain/mystery-shopping/forms.ts';
import { visitHandedIn } from '#lib/domain/mystery-shopping/visit-handed-in.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const handedIn = visitHandedIn(event.locals.db, person, event.params.visit);
	return {
		...handedIn,
		crumbs: shoppingCrumbs({ href: '/mystery-shopping/checks', label: 'To check' }, { label: `Visit ${handedIn.visit.number}` })
	};
};

export const actions: Actions = {
	accept: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitToCheck(db, person, event.params.visit);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => acceptVisit(db, person, visit.id, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/checks?done=accepted');
	},
	back: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitToCheck(db, person, event.params.visit);
		const form = await parseForm(event, mendForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => sendBack(db, person, visit.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/checks?done=back');
	},
	out: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitToCheck(db, person, event.params.visit);
		const form = await parseForm(event, reasonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => leaveOut(db, person, visit.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/mystery-shopping/checks?done=out');
	}
};
