import { fail, redirect } from '@sveltejs/kit';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { changedMethodForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { changeMethod, methodOf, removeMethod } from '#lib/domain/journeys/holding-methods.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const { version, method, heldOn, about } = methodOf(db, journey.id, event.params.method) ?? notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { method, heldOn, about },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/methods`, label: 'Methods' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, changedMethodForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeMethod(db, person, journey.id, { id: event.params.method, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/methods?done=changed`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, plainForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeMethod(db, person, journey.id, event.params.method));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/methods?done=removed`);
	}
};
