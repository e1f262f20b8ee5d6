import { fail, redirect } from '@sveltejs/kit';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { visitOfShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { attemptForm } from '#lib/domain/mystery-shopping/forms.ts';
import { momentOf } from '#lib/domain/mystery-shopping/visit-moment.ts';
import { noteAttempt } from '#lib/domain/mystery-shopping/visiting.server.ts';
import { now } from '#lib/server/clock.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { visit } = visitOfShopper(event.locals.db, person, event.params.visit);
	return {
		number: visit.number,
		start: { triedOn: event.locals.today, triedTime: showTime(now()), note: '' },
		crumbs: shoppingCrumbs(
			{ href: '/mystery-shopping/visits', label: 'Your visits' },
			{ href: `/mystery-shopping/visits/${visit.id}`, label: `Visit ${visit.number}` },
			{ label: 'Nobody answered' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { visit } = visitOfShopper(db, person, event.params.visit);
		const form = await parseForm(event, attemptForm);
		if (!form.ok) return fail(400, form);
		const { triedOn, triedTime, note } = form.data;
		const outcome = once(event, form, () => noteAttempt(db, person, visit.id, { at: momentOf(triedOn, triedTime) ?? now(), note }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/visits/${visit.id}?done=tried`);
	}
};
