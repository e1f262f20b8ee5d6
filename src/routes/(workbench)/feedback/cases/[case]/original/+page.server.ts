import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { linkToOriginal } from '#lib/domain/complaints/closing.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { originalForm } from '#lib/domain/complaints/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, 'original', today),
		crumbs: caseCrumbs(seen, 'The same as another')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, originalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => linkToOriginal(db, person, seen.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases/${seen.number}?done=original`);
	}
};
