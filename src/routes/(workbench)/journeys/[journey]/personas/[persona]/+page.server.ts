import { fail, redirect } from '@sveltejs/kit';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { changePersona, personaOf, removePersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { changedPersonaForm, plainForm } from '#lib/domain/journeys/forms.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const { version, name, facts, needs } = personaOf(db, journey.id, event.params.persona) ?? notFound();
	return {
		journey: { id: journey.id, name: journey.name },
		version,
		start: { name, facts, needs },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/personas`, label: 'Personas' }, { label: 'Change' })
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, changedPersonaForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changePersona(db, person, journey.id, { id: event.params.persona, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/personas?done=changed`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, plainForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removePersona(db, person, journey.id, event.params.persona));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/personas?done=removed`);
	}
};
