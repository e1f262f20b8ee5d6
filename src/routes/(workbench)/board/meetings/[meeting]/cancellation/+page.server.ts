import { fail, redirect } from '@sveltejs/kit';
import { itemsOf } from '#lib/domain/board/agenda.server.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingToRun } from '#lib/domain/board/finding.server.ts';
import { stepForm } from '#lib/domain/board/forms.ts';
import { cancelMeeting } from '#lib/domain/board/planning.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const meeting = meetingToRun(db, person, event.params.meeting);
	return { meeting, items: itemsOf(db, meeting.id).length, crumbs: meetingCrumbs(meeting, { label: 'Cancel' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => cancelMeeting(db, person, meeting, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}?done=cancelled`);
	}
};
