import { fail, redirect } from '@sveltejs/kit';
import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { mustStart } from '#lib/domain/calibration/finding.server.ts';
import { startForm } from '#lib/domain/calibration/forms.ts';
import { cardsToChoose, startCalibration } from '#lib/domain/calibration/starting.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustStart(person);
	return { cards: cardsToChoose(event.locals.db), crumbs: calibrationCrumbs({ label: 'Start a session' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustStart(person);
		const { db, today } = event.locals;
		const form = await parseForm(event, startForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => startCalibration(db, person, form.data, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${outcome.number}/interactions?done=started`);
	}
};
