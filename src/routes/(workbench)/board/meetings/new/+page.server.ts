import { fail, redirect } from '@sveltejs/kit';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { newMeetingForm } from '#lib/domain/board/forms.ts';
import { boardNow } from '#lib/domain/board/members.server.ts';
import { planMeeting } from '#lib/domain/board/planning.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run board');
	const { db } = event.locals;
	return {
		members: boardNow(db).length,
		quorum: councilOf(db)?.boardQuorum ?? 0,
		crumbs: boardCrumbs({ href: '/board/meetings', label: 'Meetings' }, { label: 'Plan a meeting' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run board');
		const { db, today } = event.locals;
		const form = await parseForm(event, newMeetingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => planMeeting(db, person, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/board/meetings/${outcome.number}/items?done=planned`);
	}
};
