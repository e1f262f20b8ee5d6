import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { answer } from '#lib/domain/complaints/answering.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { answerForm } from '#lib/domain/complaints/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, 'answer', today),
		start: { answeredOn: today, outcome: '', answer: '', remedy: '' },
		crumbs: caseCrumbs(seen, 'Answer')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, answerForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => answer(db, person, seen.id, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases/${seen.number}?done=answer`);
	}
};
