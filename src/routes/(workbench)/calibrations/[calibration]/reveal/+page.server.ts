import { fail, redirect } from '@sveltejs/kit';
import { assessorsOf } from '#lib/domain/calibration/assessors.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationToRun } from '#lib/domain/calibration/finding.server.ts';
import { buttonForm } from '#lib/domain/calibration/forms.ts';
import { interactionsOf } from '#lib/domain/calibration/interactions.server.ts';
import { reveal } from '#lib/domain/calibration/revealing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const calibration = calibrationToRun(db, person, event.params.calibration);
	const of = interactionsOf(db, calibration.id).length;
	const assessors = assessorsOf(db, calibration.id).map(({ personId, name, completed }) => ({ personId, name, completed }));
	return { calibration, of, assessors, crumbs: sessionCrumbs(calibration, { label: 'Show the answers' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reveal(db, person, calibration));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/results?done=revealed`);
	}
};
