import { fail, redirect } from '@sveltejs/kit';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingToRun } from '#lib/domain/board/finding.server.ts';
import { meetingForm } from '#lib/domain/board/forms.ts';
import { changeMeeting } from '#lib/domain/board/planning.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const meeting = meetingToRun(event.locals.db, person, event.params.meeting);
	return { meeting, crumbs: meetingCrumbs(meeting, { label: 'Day and place' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, meetingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeMeeting(db, person, meeting, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}?done=changed`);
	}
};
