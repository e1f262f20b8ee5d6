import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { completionEvidence } from '#lib/domain/actions/completion-evidence.server.ts';
import { actionSeen, originOf } from '#lib/domain/actions/finding.server.ts';
import { noteForm } from '#lib/domain/actions/forms.ts';
import { historyOf } from '#lib/domain/actions/history.server.ts';
import { addNote, notesOf } from '#lib/domain/actions/noting.server.ts';
import { statusOn } from '#lib/domain/actions/status.ts';
import { measureAimedAt } from '#lib/domain/measures/aiming.server.ts';
import { tiedView } from '#lib/domain/golden-thread/tied-view.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const action = actionSeen(db, person, event.params.action);
	const { thing, ...shown } = action;
	return {
		action: { ...shown, status: statusOn(action, today) },
		origin: originOf(db, person, action),
		evidence: completionEvidence(db, person, action),
		notes: notesOf(db, action),
		history: can(person, 'see action history', thing) ? historyOf(db, action) : null,
		canManage: can(person, 'manage actions', thing),
		canProgress: can(person, 'progress action', thing),
		toReview: action.reviewOn <= today && !action.outcome && action.status !== 'dropped',
		aim: measureAimedAt(db, person, action.number),
		tied: tiedView(db, person, 'action', action.id),
		done: event.url.searchParams.get('done'),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/actions', label: 'Actions' }, { label: `Action ${action.number}` }]
	};
};

export const actions: Actions = {
	note: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const action = actionSeen(db, person, event.params.action);
		mustBeAble(person, 'progress action', action.thing);
		const form = await parseForm(event, noteForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addNote(db, person, action, form.data.text));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${action.number}?done=note#notes`);
	}
};
