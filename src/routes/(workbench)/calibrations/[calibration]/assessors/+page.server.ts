import { fail, redirect } from '@sveltejs/kit';
import { assessorsOf, assessorsToInvite, chooseKey, inviteAssessors, removeAssessor } from '#lib/domain/calibration/assessors.server.ts';
import { sessionCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { calibrationToRun } from '#lib/domain/calibration/finding.server.ts';
import { inviteForm, keyForm, personForm } from '#lib/domain/calibration/forms.ts';
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
		assessors: assessorsOf(db, calibration.id),
		possible: assessorsToInvite(db, calibration),
		crumbs: sessionCrumbs(calibration, { label: 'Assessors' })
	};
};

export const actions: Actions = {
	invite: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, inviteForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => inviteAssessors(db, person, calibration, form.data['people[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/assessors?done=invited`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, personForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeAssessor(db, person, calibration, form.data.person));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/assessors?done=removed`);
	},
	key: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const calibration = calibrationToRun(db, person, event.params.calibration);
		const form = await parseForm(event, keyForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => chooseKey(db, person, calibration, form.data.expert));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/${calibration.number}/assessors?done=key`);
	}
};
