import { fail, redirect } from '@sveltejs/kit';
import { newStandardForm } from '#lib/domain/standards/forms.ts';
import { addStandard } from '#lib/domain/standards/keeping.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	return { crumbs: [{ href: '/', label: 'Home' }, { href: '/standards', label: 'Contact standards' }, { label: 'Add a standard' }] };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const form = await parseForm(event, newStandardForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addStandard(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/standards?added');
	}
};
