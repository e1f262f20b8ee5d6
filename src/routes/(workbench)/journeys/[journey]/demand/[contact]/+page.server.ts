import { fail, redirect } from '@sveltejs/kit';
import { correctContact } from '#lib/domain/demand/correcting.server.ts';
import { contactOf } from '#lib/domain/demand/finding.server.ts';
import { changedContactForm } from '#lib/domain/demand/forms.ts';
import { sayPredictable } from '#lib/domain/demand/kinds.ts';
import { stepChoices } from '#lib/domain/demand/log-page.server.ts';
import { typesUsed } from '#lib/domain/demand/counting.server.ts';
import { journeyCrumbs } from '#lib/domain/journeys/crumbs.ts';
import { journeyToReview } from '#lib/domain/journeys/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const journey = journeyToReview(db, person, event.params.journey);
	const { version, predictable, stepId, words, kind, type, channel, heardOn } = contactOf(db, journey.id, event.params.contact);
	return {
		journey,
		version,
		start: { words, kind, type, channel, heardOn, predictable: sayPredictable(predictable), stepId: stepId ?? '' },
		steps: stepChoices(db, journey.id),
		types: typesUsed(db, journey.id),
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/demand`, label: 'Demand log' }, { label: 'Contact' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const contact = contactOf(db, journey.id, event.params.contact);
		const form = await parseForm(event, changedContactForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => correctContact(db, person, journey, contact.id, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/journeys/${journey.id}/demand?done=saved`);
	}
};
