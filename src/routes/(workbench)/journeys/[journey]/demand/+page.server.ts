import { fail, redirect } from '@sveltejs/kit';
import { removeContact, returnContact } from '#lib/domain/demand/correcting.server.ts';
import { filtersIn, queryOf } from '#lib/domain/demand/filters.ts';
import { contactForm, removalForm, returnForm } from '#lib/domain/demand/forms.ts';
import { logPage } from '#lib/domain/demand/log-page.server.ts';
import { noteContact } from '#lib/domain/demand/noting.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey,
		...logPage(db, person, journey, event.url.searchParams, today),
		crumbs: journeyCrumbs(journey, { label: 'Demand log' })
	};
};

export const actions: Actions = {
	note: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, contactForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => noteContact(db, person, journey, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/demand?noted=${outcome.id}`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, removalForm);
		if (!form.ok) return fail(400, { removal: form.errors });
		const { id, version } = form.data.contact;
		const outcome = once(event, form, () => removeContact(db, person, journey, id, version));
		if (!outcome.ok) return fail(400, { removal: [{ field: '', text: outcome.text }] });
		redirect(303, `/journeys/${journey.id}/demand${queryOf(filtersIn(event.url.searchParams), { removed: outcome.id })}`);
	},
	bringBack: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, returnForm);
		if (!form.ok) return fail(400, { removal: form.errors });
		const outcome = once(event, form, () => returnContact(db, person, journey, form.data.contact));
		if (!outcome.ok) return fail(400, { removal: [{ field: '', text: outcome.text }] });
		redirect(303, `/journeys/${journey.id}/demand${queryOf(filtersIn(event.url.searchParams), { done: 'returned' })}`);
	}
};
