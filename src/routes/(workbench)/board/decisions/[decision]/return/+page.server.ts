import { fail, redirect } from '@sveltejs/kit';
import { bringBack } from '#lib/domain/board/agenda.server.ts';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { decisionSeen, decisionToBringBack } from '#lib/domain/board/decision-shown.server.ts';
import { meetingToRun } from '#lib/domain/board/finding.server.ts';
import { bringBackForm } from '#lib/domain/board/forms.ts';
import { plannedMeetings } from '#lib/domain/board/meetings-listing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see board');
	const { db } = event.locals;
	const decision = decisionToBringBack(db, person, event.params.decision);
	return {
		decision,
		meetings: plannedMeetings(db),
		crumbs: boardCrumbs(
			{ href: '/board/decisions', label: 'Decisions' },
			{ href: `/board/decisions/${decision.number}`, label: `Decision ${decision.number}` },
			{ label: 'Bring it back' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'see board');
		const { db } = event.locals;
		decisionToBringBack(db, person, event.params.decision);
		const form = await parseForm(event, bringBackForm);
		if (!form.ok) return fail(400, form);
		const { kind, thingId, title } = decisionSeen(db, person, event.params.decision);
		const meeting = meetingToRun(db, person, form.data.meeting);
		const outcome = once(event, form, () => bringBack(db, person, meeting, { kind, thingId, title, asks: form.data.asks }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${meeting.number}/items/${outcome.item}`);
	}
};
