import { fail, redirect } from '@sveltejs/kit';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { servicesToStart } from '#lib/domain/journeys/choosing-service.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { editJourney } from '#lib/domain/journeys/editing.server.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { detailsForm } from '#lib/domain/journeys/forms.ts';
import { sponsorOf } from '#lib/domain/journeys/sponsor.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const { id, version, words, name, customer, lifeEvent, serviceId, startOn, endOn, aim, startsWhere, endsWhere } = journey;
	const services = servicesToStart(db, person);
	const people = possibleOwners(db, serviceId);
	const sponsorId = journey.sponsorId ?? '';
	// who left stays the sponsor, and a service one may not choose the leading one, until another is chosen
	const isGone = sponsorId && !people.some((one) => one.id === sponsorId);
	return {
		journey: { id, name, version },
		services: services.some(({ value }) => value === serviceId)
			? services
			: [{ value: serviceId, label: journey.serviceName }, ...services],
		people: isGone ? [...people, { id: sponsorId, name: `${sponsorOf(db, journey)} (left)`, jobTitle: '', near: false }] : people,
		start: { words, name, customer, lifeEvent, serviceId, startOn, endOn, aim, startsWhere, endsWhere, sponsorId },
		crumbs: journeyCrumbs(journey, { label: 'Change' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, detailsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => editJourney(db, person, journey, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}?done=details`);
	}
};
