import { fail, redirect } from '@sveltejs/kit';
import { addFinding } from '#lib/domain/findings/adding.server.ts';
import { choicesFor } from '#lib/domain/findings/choosing.server.ts';
import { startingFinding } from '#lib/domain/findings/first-values.server.ts';
import { newFindingForm } from '#lib/domain/findings/forms.ts';
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
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number },
		choices: choicesFor(db, journey),
		start: startingFinding(db, journey, event.url.searchParams),
		crumbs: journeyCrumbs(journey, { href: `/journeys/${journey.id}/findings`, label: 'Findings' }, { label: 'Add a finding' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const journey = journeyToReview(db, person, event.params.journey);
		const form = await parseForm(event, newFindingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addFinding(db, person, journey, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/findings/${outcome.id}?done=added`);
	}
};
