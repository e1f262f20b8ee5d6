import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { methodForm } from '#lib/domain/journeys/forms.ts';
import { addMethod, methodsOf } from '#lib/domain/journeys/holding-methods.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name },
		methods: methodsOf(db, journey.id),
		today,
		mayReview: can(person, 'review journey', thingOf(journey)) && journey.state === 'open',
		crumbs: journeyCrumbs(journey, { label: 'Methods' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, methodForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addMethod(db, person, journey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/methods?done=added`);
	}
};
