import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { visitOfShopper } from '#lib/domain/mystery-shopping/finding.server.ts';
import { timingForm } from '#lib/domain/mystery-shopping/forms.ts';
import { ownVisit } from '#lib/domain/mystery-shopping/own-visit.server.ts';
import { momentOf } from '#lib/domain/mystery-shopping/visit-moment.ts';
import { saveVisit, submitVisit } from '#lib/domain/mystery-shopping/visiting.server.ts';
import { refused, type Outcome } from '#lib/domain/outcome.ts';
import { givenIn } from '#lib/domain/scorecards/form-fields.ts';
import { now } from '#lib/server/clock.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const own = ownVisit(event.locals.db, person, event.params.visit);
	const crumbs = shoppingCrumbs({ href: '/mystery-shopping/visits', label: 'Your visits' }, { label: `Visit ${own.visit.number}` });
	return { ...own, crumbs };
};

/** Reads what was filled in and keeps it. */
async function kept(event: RequestEvent<{ visit: string }>) {
	const person = signedIn(event);
	const { db } = event.locals;
	const { visit } = visitOfShopper(db, person, event.params.visit);
	const { card } = ownVisit(db, person, visit.id);
	const form = await parseForm(event, timingForm);
	const save = (): Outcome<{ version: number }> => {
		if (!form.ok) return refused('unread', 'Look at the fields again');
		const { visitedOn, visitedTime, ...rest } = form.data;
		return saveVisit(db, person, visit.id, {
			...rest,
			visitedAt: momentOf(visitedOn, visitedTime),
			given: givenIn(card, new Map(Object.entries(form.values)))
		});
	};
	return { form, person, visit, save };
}

export const actions: Actions = {
	save: async (event) => {
		signedIn(event);
		const { form, visit, save } = await kept(event);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, save);
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(now()) };
		redirect(303, `/mystery-shopping/visits/${visit.id}?done=saved`);
	},
	submit: async (event) => {
		signedIn(event);
		const { form, person, visit, save } = await kept(event);
		if (!form.ok) return fail(400, form);
		// kept first, whether or not it can be handed in: sent again, it is kept and tried again
		let version = form.values.version ?? '';
		const outcome = once(event, form, () => {
			const saved = save();
			if (!saved.ok) return saved;
			version = String(saved.version);
			return submitVisit(event.locals.db, person, visit.id);
		});
		if (!outcome.ok) return refusal({ values: { ...form.values, version } }, outcome);
		redirect(303, '/mystery-shopping/visits?done=submitted');
	}
};
