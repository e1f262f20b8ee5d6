import { fail, redirect } from '@sveltejs/kit';
import { addItems, itemsOf, moveItem, removeItem } from '#lib/domain/board/agenda.server.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingToRun } from '#lib/domain/board/finding.server.ts';
import { addItemsForm, moveItemForm, removeItemForm } from '#lib/domain/board/forms.ts';
import { whatWaits } from '#lib/domain/board/waiting.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const meeting = meetingToRun(db, person, event.params.meeting);
	return {
		meeting,
		items: itemsOf(db, meeting.id),
		waiting: whatWaits(db, meeting.heldOn),
		crumbs: meetingCrumbs(meeting, { label: 'Add and order items' })
	};
};

export const actions: Actions = {
	add: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, addItemsForm);
		if (!form.ok) return fail(400, form);
		const { 'things[]': things, asks } = form.data;
		const outcome = once(event, form, () => addItems(db, person, meeting, { things, asks }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items?done=added`);
	},
	move: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, moveItemForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => moveItem(db, person, meeting, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items?done=moved`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, removeItemForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeItem(db, person, meeting, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items?done=removed`);
	}
};
