import { fail, redirect } from '@sveltejs/kit';
import { addMonths } from '#lib/domain/calendar/dates.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { servicesOfJourney } from '#lib/domain/journeys/crossing-services.server.ts';
import { personasOf } from '#lib/domain/journeys/describing-personas.server.ts';
import { journeySeen } from '#lib/domain/journeys/finding.server.ts';
import { againForm } from '#lib/domain/journeys/forms.ts';
import { followedBy, mapsToBeginFrom, reviewAgain } from '#lib/domain/journeys/reviewing-again.server.ts';
import { sponsorOf } from '#lib/domain/journeys/sponsor.server.ts';
import { latestNumber } from '#lib/domain/toolkit/finding.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	mustBeAble(person, 'start journey', { serviceId: journey.serviceId });
	const maps = mapsToBeginFrom(db, journey.id);
	return {
		journey,
		following: followedBy(db, journey.id) ?? null,
		services: servicesOfJourney(db, journey.id).map(({ name }) => name),
		personas: personasOf(db, journey.id).map(({ name }) => name),
		sponsor: sponsorOf(db, journey),
		toolkit: latestNumber(db),
		maps,
		start: { startOn: today, endOn: addMonths(today, 3), aim: journey.aim, firstMap: maps[0] ?? 'empty' },
		crumbs: journeyCrumbs(journey, { label: 'Review it again' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeySeen(db, person, event.params.journey);
		mustBeAble(person, 'start journey', { serviceId: journey.serviceId });
		const form = await parseForm(event, againForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reviewAgain(db, person, journey, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${outcome.id}?done=again`);
	}
};
