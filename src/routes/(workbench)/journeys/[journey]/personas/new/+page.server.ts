import { fail, redirect } from '@sveltejs/kit';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { addPersona } from '#lib/domain/journeys/describing-personas.server.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { personaForm } from '#lib/domain/journeys/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const journey = journeyToReview(event.locals.db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/personas`, label: 'Personas' }, { label: 'Add' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, personaForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addPersona(db, person, journey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/personas?done=added`);
	}
};
