import { fail, redirect } from '@sveltejs/kit';
import { completionEvidence, evidenceForCompletion, proveCompletion } from '#lib/domain/actions/completion-evidence.server.ts';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { evidenceForm } from '#lib/domain/actions/forms.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const action = actionSeen(db, person, event.params.action);
	mustBeAble(person, 'progress action', action.thing);
	return {
		action: { number: action.number, title: action.title },
		evidence: evidenceForCompletion(db, person, action),
		chosen: completionEvidence(db, person, action).pieces.map(({ id }) => id),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/actions', label: 'Actions' },
			{ href: `/actions/${action.number}`, label: `Action ${action.number}` },
			{ label: 'Evidence of completion' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'progress action', action.thing);
		const form = await parseForm(event, evidenceForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => proveCompletion(db, person, action, form.data['evidence[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=evidence`);
	}
};
