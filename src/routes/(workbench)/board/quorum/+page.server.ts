import { fail, redirect } from '@sveltejs/kit';
import { boardCrumbs } from '#lib/domain/board/crumbs.ts';
import { quorumForm } from '#lib/domain/board/forms.ts';
import { boardNow } from '#lib/domain/board/members.server.ts';
import { setQuorum } from '#lib/domain/board/quorum-setting.server.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run board');
	const { db } = event.locals;
	const council = councilOf(db);
	if (!council) notFound();
	return {
		boardQuorum: council.boardQuorum,
		version: council.version,
		members: boardNow(db).length,
		crumbs: boardCrumbs({ label: 'Quorum' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run board');
		const form = await parseForm(event, quorumForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => setQuorum(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/board/quorum?done=saved');
	}
};
