import { fail, redirect } from '@sveltejs/kit';
import { shoppingCrumbs } from '#lib/domain/mystery-shopping/crumbs.ts';
import { programmeForm } from '#lib/domain/mystery-shopping/forms.ts';
import { addProgramme } from '#lib/domain/mystery-shopping/keeping-programmes.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'run shopping');
	return {
		start: { name: '', aim: '', noticeWhat: '', noticeWhy: '', noticeGivenOn: '', level: '' },
		crumbs: shoppingCrumbs({ label: 'Begin a programme' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'run shopping');
		const form = await parseForm(event, programmeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addProgramme(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/mystery-shopping/programmes/${outcome.id}?done=begun`);
	}
};
