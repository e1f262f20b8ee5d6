import { fail, redirect } from '@sveltejs/kit';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationToRun } from '#lib/domain/calibration/finding.server.ts';
import { buttonForm } from '#lib/domain/calibration/forms.ts';
import { closeCalibration } from '#lib/domain/calibration/revealing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const calibration = calibrationToRun(event.locals.db, person, event.params.calibration);
	return { calibration, crumbs: sessionCrumbs(calibration, { label: 'Close' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeCalibration(db, person, calibration));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}?done=closed`);
	}
};
