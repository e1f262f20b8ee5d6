import { fail, redirect } from '@sveltejs/kit';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { programmeSeen } from '#lib/domain/mystery-shopping/finding.server.ts';
import { waveForm } from '#lib/domain/mystery-shopping/forms.ts';
import { addWave } from '#lib/domain/mystery-shopping/keeping-waves.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'run shopping');
	const { id, name } = programmeSeen(event.locals.db, person, event.params.programme);
	return { crumbs: shoppingCrumbs({ href: `/mystery-shopping/programmes/${id}`, label: name }, { label: 'Add a wave' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run shopping');
		const { db } = event.locals;
		const { id } = programmeSeen(db, person, event.params.programme);
		const form = await parseForm(event, waveForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addWave(db, person, id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/waves/${outcome.id}/plan`);
	}
};
