import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { meetingSeen, meetingToRun } from '#lib/domain/board/finding.server.ts';
import { attendanceForm, attendanceIn, stepForm } from '#lib/domain/board/forms.ts';
import { boardNow, membersOf, noteAttendance, renewMembers } from '#lib/domain/board/members.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const meeting = meetingSeen(db, person, event.params.meeting);
	const members = membersOf(db, meeting.id);
	const ids = members.map(({ personId }) => personId);
	return {
		meeting,
		members,
		joined: boardNow(db).filter((id) => !ids.includes(id)).length,
		isThere: meeting.heldOn <= today,
		canRun: can(person, 'run board'),
		crumbs: meetingCrumbs(meeting, { label: 'Members' })
	};
};

export const actions: Actions = {
	attendance: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, attendanceForm(membersOf(db, meeting.id).map(({ personId }) => personId)));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => noteAttendance(db, person, meeting, attendanceIn(form.data), today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/members?done=noted`);
	},
	renew: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const meeting = meetingToRun(db, person, event.params.meeting);
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => renewMembers(db, person, meeting, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/members?done=renewed`);
	}
};
