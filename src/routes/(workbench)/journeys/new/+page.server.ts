import { fail, redirect } from '@sveltejs/kit';
import { servicesWhere } from '#lib/domain/access/can.ts';
import { addMonths } from '#lib/domain/calendar/dates.ts';
import { servicesToStart } from '#lib/domain/journeys/choosing-service.server.ts';
import { startForm } from '#lib/domain/journeys/forms.ts';
import { startJourney } from '#lib/domain/journeys/starting.server.ts';
import { notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!servicesWhere(person, 'start journey').length) notFound();
	const { db, today } = event.locals;
	const services = servicesToStart(db, person);
	const only = services.length === 1 ? services[0]?.value : undefined;
	return {
		services,
		start: {
			words: '',
			name: '',
			customer: '',
			lifeEvent: '',
			serviceId: only ?? '',
			startOn: today,
			endOn: addMonths(today, 3),
			aim: ''
		},
		crumbs: [{ href: '/', label: 'Home' }, { href: '/journeys', label: 'Journeys' }, { label: 'Start a review' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!servicesWhere(person, 'start journey').length) notFound();
		const form = await parseForm(event, startForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => startJourney(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${outcome.id}?done=started`);
	}
};
