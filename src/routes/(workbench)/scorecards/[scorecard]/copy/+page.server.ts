import { fail, redirect } from '@sveltejs/kit';
import { copyCard, proposedNumber } from '#lib/domain/scorecards/copying.server.ts';
import { crumbsBelow } from '#lib/domain/scorecards/crumbs.ts';
import { copyForm } from '#lib/domain/versions/forms.ts';
import { cardSeen } from '#lib/domain/scorecards/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'manage scorecards');
	const source = cardSeen(event.locals.db, person, event.params.scorecard);
	return {
		name: source.name,
		number: source.number,
		proposed: proposedNumber(event.locals.db, source.scorecard),
		crumbs: crumbsBelow(source, 'Copy')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { db } = event.locals;
		const form = await parseForm(event, copyForm);
		if (!form.ok) return fail(400, form);
		const source = cardSeen(db, person, event.params.scorecard);
		const outcome = once(event, form, () => copyCard(db, person, source.id, form.data.number));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${outcome.id}/edit?copied`);
	}
};
