import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { giveTo } from '#lib/domain/complaints/closing.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { handlerForm } from '#lib/domain/complaints/forms.ts';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, null, today),
		people: possibleOwners(db, seen.serviceId),
		start: { handlerId: seen.handlerId ?? '' },
		crumbs: caseCrumbs(seen, 'Handler')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, handlerForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => giveTo(db, person, seen.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases?given=${seen.number}`);
	}
};
