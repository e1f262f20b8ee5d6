import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { itemOf, meetingSeen, meetingToTakePartIn } from '#lib/domain/board/finding.server.ts';
import { interestForm, viewForm } from '#lib/domain/board/forms.ts';
import { itemShown } from '#lib/domain/board/item-shown.server.ts';
import { declareInterest, giveView } from '#lib/domain/board/viewing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const meeting = meetingSeen(db, person, event.params.meeting);
	const item = itemOf(db, meeting, event.params.item);
	return {
		meeting,
		...itemShown(db, person, meeting, item, today),
		canRun: can(person, 'run board'),
		crumbs: meetingCrumbs(meeting, { label: 'Paper' })
	};
};

export const actions: Actions = {
	view: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToTakePartIn(db, person, event.params.meeting);
		const item = itemOf(db, meeting, event.params.item);
		const form = await parseForm(event, viewForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => giveView(db, person, item, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items/${item.id}?done=view`);
	},
	interest: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToTakePartIn(db, person, event.params.meeting);
		const item = itemOf(db, meeting, event.params.item);
		const form = await parseForm(event, interestForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => declareInterest(db, person, item, form.data.what));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items/${item.id}?done=interest`);
	}
};
