import { fail, redirect } from '@sveltejs/kit';
import { editAction } from '#lib/domain/actions/editing.server.ts';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { changedDetailsForm } from '#lib/domain/actions/forms.ts';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const action = actionSeen(db, person, event.params.action);
	mustBeAble(person, 'manage actions', action.thing);
	const { number, version, title, detail, ownerId, owner, priority, startOn, dueOn, reviewOn, measure, baseline, target } = action;
	const people = possibleOwners(db, action.serviceId);
	// somebody who left stays the owner until it is given to another
	const isGone = !people.some(({ id }) => id === ownerId);
	return {
		action: { number, version },
		start: { title, detail, ownerId, priority, startOn, dueOn, reviewOn, measure, baseline, target },
		people: isGone ? [...people, { id: ownerId, name: `${owner} (left)`, jobTitle: '', near: false }] : people,
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/actions', label: 'Actions' },
			{ href: `/actions/${number}`, label: `Action ${number}` },
			{ label: 'Change' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'manage actions', action.thing);
		const form = await parseForm(event, changedDetailsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => editAction(db, person, action, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=details`);
	}
};
