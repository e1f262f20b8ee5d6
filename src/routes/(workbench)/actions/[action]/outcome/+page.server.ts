import { fail, redirect } from '@sveltejs/kit';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { reviewForm } from '#lib/domain/actions/forms.ts';
import { reviewAction } from '#lib/domain/actions/reviewing.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const action = actionSeen(event.locals.db, person, event.params.action);
	mustBeAble(person, 'manage actions', action.thing);
	const { number, title, version, measure, baseline, target } = action;
	return {
		action: { number, title, version, measure, baseline, target },
		start: { outcome: action.outcome ?? '', outcomeText: action.outcomeText ?? '' },
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/actions', label: 'Actions' },
			{ href: `/actions/${number}`, label: `Action ${number}` },
			{ label: 'Review' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'manage actions', action.thing);
		const form = await parseForm(event, reviewForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reviewAction(db, person, action, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=outcome`);
	}
};
