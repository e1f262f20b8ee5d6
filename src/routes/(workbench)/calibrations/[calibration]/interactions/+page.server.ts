import { fail, redirect } from '@sveltejs/kit';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationToRun, interactionOf } from '#lib/domain/calibration/finding.server.ts';
import { interactionForm, removalForm } from '#lib/domain/calibration/forms.ts';
import { addInteraction, interactionsOf, removeInteraction } from '#lib/domain/calibration/interactions.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationToRun(db, person, event.params.calibration);
	return {
		calibration,
		interactions: interactionsOf(db, calibration.id),
		crumbs: sessionCrumbs(calibration, { label: 'Interactions' })
	};
};

export const actions: Actions = {
	add: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, interactionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addInteraction(db, person, calibration, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/interactions?done=added`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, removalForm);
		if (!form.ok) return fail(400, form);
		const interaction = interactionOf(db, calibration, form.data.position);
		const outcome = once(event, form, () => removeInteraction(db, person, calibration, interaction));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/interactions?done=removed`);
	}
};
