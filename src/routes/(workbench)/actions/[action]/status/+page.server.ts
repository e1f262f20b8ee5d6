import { fail, redirect } from '@sveltejs/kit';
import { completionEvidence, evidenceForCompletion } from '#lib/domain/actions/completion-evidence.server.ts';
import { actionSeen } from '#lib/domain/actions/finding.server.ts';
import { statusForm } from '#lib/domain/actions/forms.ts';
import { moveAction } from '#lib/domain/actions/moving.server.ts';
import { statusOn, storedStatuses } from '#lib/domain/actions/status.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const action = actionSeen(db, person, event.params.action);
	mustBeAble(person, 'progress action', action.thing);
	const wanted = storedStatuses.find((status) => status === event.url.searchParams.get('to'));
	return {
		action: { number: action.number, title: action.title, version: action.version, isLate: statusOn(action, today) === 'late' },
		start: {
			status: wanted ?? action.status,
			droppedReason: action.droppedReason ?? '',
			completedOn: action.completedOn ?? today
		},
		evidence: evidenceForCompletion(db, person, action),
		chosen: completionEvidence(db, person, action).pieces.map(({ id }) => id),
		crumbs: [
			{ href: '/', label: 'Home' },
			{ href: '/actions', label: 'Actions' },
			{ href: `/actions/${action.number}`, label: `Action ${action.number}` },
			{ label: 'Status' }
		]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'progress action', action.thing);
		const form = await parseForm(event, statusForm);
		if (!form.ok) return fail(400, form);
		const { 'evidence[]': evidence, ...move } = form.data;
		const outcome = once(event, form, () => moveAction(db, person, action, { ...move, evidence }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=status`);
	}
};
