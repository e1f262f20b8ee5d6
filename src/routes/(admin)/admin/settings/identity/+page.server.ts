import { fail, redirect } from '@sveltejs/kit';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { identityForm } from '#lib/domain/organisation/settings-forms.ts';
import { changeIdentity } from '#lib/domain/organisation/settings.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const council = councilOf(event.locals.db);
	if (!council) notFound();
	const { name, colour, textColour, threadColour, version } = council;
	return {
		settings: { name, colour, textColour, threadColour, version },
		crumbs: adminCrumbs({ href: '/admin/settings', label: 'Settings' }, { label: 'Name and colours' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, identityForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeIdentity(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/admin/settings?done=identity');
	}
};
