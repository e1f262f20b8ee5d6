import { fail, redirect } from '@sveltejs/kit';
import { seenForm } from '#lib/domain/versions/forms.ts';
import { crumbsBelow } from '#lib/domain/scorecards/crumbs.ts';
import { putBack, withdraw } from '#lib/domain/scorecards/publishing.server.ts';
import { publishedToManage } from '#lib/domain/scorecards/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	const found = publishedToManage(event.locals.db, event.params.scorecard);
	const { id, name, number, version } = found;
	const withdrawn = found.state === 'withdrawn';
	return { id, name, number, version, withdrawn, crumbs: crumbsBelow(found, withdrawn ? 'Put back' : 'Withdraw') };
};

export const actions: Actions = {
	withdraw: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => withdraw(event.locals.db, person, event.params.scorecard, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${event.params.scorecard}?withdrawn`);
	},
	back: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => putBack(event.locals.db, person, event.params.scorecard, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${event.params.scorecard}?back`);
	}
};
