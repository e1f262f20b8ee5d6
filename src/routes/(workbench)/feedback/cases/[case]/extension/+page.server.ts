import { fail, redirect } from '@sveltejs/kit';
import { caseShown, caseToHandle } from '#lib/domain/complaints/case-page.server.ts';
import { extend } from '#lib/domain/complaints/answering.server.ts';
import { extendableTo } from '#lib/domain/complaints/clocks.ts';
import { caseCrumbs } from '#lib/domain/complaints/crumbs.ts';
import type { CaseSeen } from '#lib/domain/complaints/finding.server.ts';
import { extensionForm } from '#lib/domain/complaints/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const lastDay = ({ stages }: CaseSeen) => {
	const stage = stages.at(-1);
	return stage ? extendableTo(stage) : null;
};

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = caseToHandle(db, person, event.params.case);
	return {
		of: caseShown(seen, 'extension', today),
		dueOn: seen.stages.at(-1)?.dueOn ?? null,
		until: lastDay(seen),
		crumbs: caseCrumbs(seen, 'Extension')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const seen = caseToHandle(db, person, event.params.case);
		const form = await parseForm(event, extensionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => extend(db, person, seen.id, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/cases/${seen.number}?done=extension`);
	}
};
