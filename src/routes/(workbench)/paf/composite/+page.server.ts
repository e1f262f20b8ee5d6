import { fail, redirect } from '@sveltejs/kit';
import { compositeSettingOf, saveComposite } from '#lib/domain/paf-sheets/composite-setting.server.ts';
import { compositeFields } from '#lib/domain/paf-sheets/composite-fields.ts';
import { compositeForm } from '#lib/domain/paf-sheets/forms.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'set PAF');
	const setting = compositeSettingOf(event.locals.db);
	return {
		version: setting.version,
		start: compositeFields(setting),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/summary', label: 'Summary' }, { label: 'Composite' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'set PAF');
		const form = await parseForm(event, compositeForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveComposite(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/composite?done=saved');
	}
};
