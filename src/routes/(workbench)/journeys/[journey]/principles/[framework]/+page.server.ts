import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeySeen, journeyToReview, thingOf } from '#lib/domain/journeys/finding.server.ts';
import { ratingForm } from '#lib/domain/principles/forms.ts';
import { ratePrinciple } from '#lib/domain/principles/rating.server.ts';
import { checkAgainst } from '#lib/domain/principles/reading.server.ts';
import { shownCheck } from '#lib/domain/principles/shown-check.ts';
import { now } from '#lib/server/clock.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeySeen(db, person, event.params.journey);
	const against = checkAgainst(db, journey.id, event.params.framework);
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number },
		frameworkVersionId: event.params.framework,
		...shownCheck(against),
		mayRate: journey.state === 'open' && can(person, 'review journey', thingOf(journey)),
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/principles`, label: 'Principles' }, { label: against.framework.name })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const { framework: id } = event.params;
		checkAgainst(db, journey.id, id);
		const form = await parseForm(event, ratingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => ratePrinciple(db, person, journey, id, { ...form.data, asYouGo: form.autosave }));
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(now()), check: checkAgainst(db, journey.id, id).check };
		redirect(303, `/journeys/${journey.id}/principles/${id}?saved=${form.data.criterion}#criterion-${form.data.criterion}`);
	}
};
