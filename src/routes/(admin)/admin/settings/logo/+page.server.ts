import { fail, redirect } from '@sveltejs/kit';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { closureForm } from '#lib/domain/organisation/forms.ts';
import { drawLogo } from '#lib/domain/organisation/logo.server.ts';
import { logoForm } from '#lib/domain/organisation/settings-forms.ts';
import { changeLogo } from '#lib/domain/organisation/settings.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const council = councilOf(event.locals.db);
	if (!council) notFound();
	return {
		hasLogo: council.logoFile !== null,
		version: council.version,
		crumbs: adminCrumbs({ href: '/admin/settings', label: 'Settings' }, { label: 'Logo' })
	};
};

export const actions: Actions = {
	choose: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, logoForm);
		if (!form.ok) return fail(400, form);
		const drawn = await drawLogo(new Uint8Array(await form.data.logo.arrayBuffer()));
		if (!drawn.ok) return refusal(form, drawn);
		const outcome = once(event, form, () => changeLogo(event.locals.db, person, drawn.png, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/admin/settings?done=logo');
	},
	remove: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, closureForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeLogo(event.locals.db, person, null, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/admin/settings?done=logo-removed');
	}
};
