import { fail, redirect } from '@sveltejs/kit';
import { meetingCrumbs } from '#lib/domain/board/crumbs.ts';
import { decide } from '#lib/domain/board/deciding.server.ts';
import { decisionPage } from '#lib/domain/board/decision-page.server.ts';
import { itemOf, meetingToDecideAt } from '#lib/domain/board/finding.server.ts';
import { decidedIn, decisionForm } from '#lib/domain/board/forms.ts';
import { needsAction } from '#lib/domain/board/thing-standing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const meeting = meetingToDecideAt(db, person, event.params.meeting);
	const item = itemOf(db, meeting, event.params.item);
	return {
		meeting,
		item,
		...decisionPage(db, person, item, today),
		crumbs: meetingCrumbs(meeting, { href: `/board/meetings/${meeting.number}/items/${item.id}`, label: 'Paper' }, { label: 'Decision' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const meeting = meetingToDecideAt(db, person, event.params.meeting);
		const item = itemOf(db, meeting, event.params.item);
		const form = await parseForm(event, decisionForm(needsAction(db, item)));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => decide(db, person, item, decidedIn(form.data), today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/decisions/${outcome.number}?done=recorded`);
	}
};
