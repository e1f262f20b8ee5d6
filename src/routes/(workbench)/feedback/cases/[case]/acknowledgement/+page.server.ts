import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { acknowledge } from '#lib/domain/complaints/answering.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { acknowledgementForm } from '#lib/domain/complaints/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, 'acknowledgement', today),
		start: { acknowledgedOn: today },
		crumbs: caseCrumbs(seen, 'Acknowledgement')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, acknowledgementForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => acknowledge(db, person, seen.id, form.data.acknowledgedOn, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases/${seen.number}?done=acknowledgement`);
	}
};
