import { fail, redirect } from '@sveltejs/kit';
import { settingsForm } from '#lib/domain/paf/forms.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { changePafSettings, pafSettingsOf } from '#lib/domain/paf/settings.server.ts';
import { firstKeptMonth } from '#lib/domain/paf-sheets/anonymising.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'set PAF');
	const settings = pafSettingsOf(event.locals.db);
	return {
		settings,
		keptFrom: showMonth(firstKeptMonth(event.locals.today, settings.retentionMonths)),
		crumbs: [{ href: '/', label: 'Home' }, { href: '/paf/summary', label: 'Performance summary' }, { label: 'Settings' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'set PAF');
		const form = await parseForm(event, settingsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changePafSettings(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/settings?done=saved');
	}
};
