import { fail, redirect } from '@sveltejs/kit';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { closeForm } from '#lib/domain/mystery-shopping/forms.ts';
import { closeWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { progressOf } from '#lib/domain/mystery-shopping/listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const found = waveToRun(event.locals.db, person, event.params.wave);
	const { name, version, state } = found.wave;
	const { planned, started, submitted, 'sent back': back } = progressOf(event.locals.db, found.wave.id);
	return { wave: { name, version, state }, submitted, notMade: planned + started + back, crumbs: waveCrumbs(found, { label: 'Close' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, closeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => closeWave(db, person, wave.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}?done=closed`);
	}
};
