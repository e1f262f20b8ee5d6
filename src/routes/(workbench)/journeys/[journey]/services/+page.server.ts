import { fail, redirect } from '@sveltejs/kit';
import { crossServices, servicesByDirectorate, servicesOfJourney } from '#lib/domain/journeys/crossing-services.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { servicesForm } from '#lib/domain/journeys/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	return {
		journey: { id: journey.id, name: journey.name, version: journey.version, leading: journey.serviceId, leadingName: journey.serviceName },
		groups: servicesByDirectorate(db),
		chosen: servicesOfJourney(db, journey.id).map(({ id }) => id),
		crumbs: journeyCrumbs(journey, { label: 'Services it crosses' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, servicesForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => crossServices(db, person, journey.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}?done=services`);
	}
};
