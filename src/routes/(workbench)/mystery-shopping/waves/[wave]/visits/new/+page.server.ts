import { fail, redirect } from '@sveltejs/kit';
import { addVisit } from '#lib/domain/mystery-shopping/changing-visits.server.ts';
import { visitChoices } from '#lib/domain/mystery-shopping/choosing.server.ts';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { visitForm } from '#lib/domain/mystery-shopping/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const found = waveToRun(db, person, event.params.wave);
	const { startOn, endOn } = found.wave;
	return {
		start: { serviceId: '', scenarioId: '', shopperId: '', fromOn: startOn, toOn: endOn, timeOfDay: '', teamId: '', staffId: '' },
		choices: visitChoices(db, found.programme.level),
		crumbs: waveCrumbs(found, { label: 'Add a visit' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, visitForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addVisit(db, person, wave.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}?done=visit`);
	}
};
