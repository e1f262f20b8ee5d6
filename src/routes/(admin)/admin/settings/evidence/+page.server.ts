import { fail, redirect } from '@sveltejs/kit';
import { adminCrumbs } from '#lib/domain/organisation/crumbs.ts';
import { councilOf } from '#lib/domain/organisation/finding.server.ts';
import { evidenceSettingsForm } from '#lib/domain/organisation/settings-forms.ts';
import { changeEvidenceSettings } from '#lib/domain/organisation/settings.server.ts';
import { uploadTypes } from '#lib/domain/organisation/upload-types.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'administer');
	const council = councilOf(event.locals.db);
	if (!council) notFound();
	const { allowedFileTypes, evidenceWarningDays, version } = council;
	return {
		settings: { allowedFileTypes, evidenceWarningDays, version },
		types: uploadTypes,
		crumbs: adminCrumbs({ href: '/admin/settings', label: 'Settings' }, { label: 'Evidence' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'administer');
		const form = await parseForm(event, evidenceSettingsForm);
		if (!form.ok) return fail(400, form);
		const { 'allowedFileTypes[]': allowedFileTypes, evidenceWarningDays, version } = form.data;
		const input = { allowedFileTypes, evidenceWarningDays, version };
		const outcome = once(event, form, () => changeEvidenceSettings(event.locals.db, person, input));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/admin/settings?done=evidence');
	}
};
