import { fail, redirect } from '@sveltejs/kit';
import { waveCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { waveToRun } from '#lib/domain/mystery-shopping/finding.server.ts';
import { changedWaveForm } from '#lib/domain/mystery-shopping/forms.ts';
import { changeWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const found = waveToRun(event.locals.db, person, event.params.wave);
	const { name, startOn, endOn, version } = found.wave;
	return { version, start: { name, startOn, endOn }, crumbs: waveCrumbs(found, { label: 'Change' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { wave } = waveToRun(db, person, event.params.wave);
		const form = await parseForm(event, changedWaveForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeWave(db, person, wave.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${wave.id}?done=saved`);
	}
};
