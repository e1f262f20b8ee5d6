import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { escalate } from '#lib/domain/complaints/escalating.server.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { escalationForm } from '#lib/domain/complaints/forms.ts';
import { nextStage } from '#lib/domain/complaints/step-refusals.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, 'escalation', today),
		next: nextStage[seen.stages.at(-1)?.stage ?? 'stage 2'],
		start: { openedOn: today, why: '' },
		crumbs: caseCrumbs(seen, 'Next stage')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, escalationForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => escalate(db, person, seen.id, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases/${seen.number}?done=escalation`);
	}
};
