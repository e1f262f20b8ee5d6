import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingSeen, meetingToRun } from '#lib/domain/board/finding.server.ts';
import { minutesForm, stepForm } from '#lib/domain/board/forms.ts';
import { minutesOf } from '#lib/domain/board/minutes.server.ts';
import { closeMeeting, saveMinutes } from '#lib/domain/board/minuting.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { keepable } from '#lib/reports/kept/subject.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const meeting = meetingSeen(db, person, event.params.meeting);
	if (meeting.state === 'cancelled') notFound();
	return {
		...minutesOf(db, meeting, today),
		isThere: meeting.heldOn <= today,
		canRun: can(person, 'run board'),
		keep: keepable(db, person, 'minutes', meeting.id),
		crumbs: meetingCrumbs(meeting, { label: 'Minutes' })
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, minutesForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveMinutes(db, person, meeting, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/minutes?done=saved`);
	},
	close: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeMeeting(db, person, meeting, form.data.version, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/minutes?done=closed`);
	}
};
