import { fail, redirect } from '@sveltejs/kit';
import { feedbackCrumbs } from '#lib/domain/complaints/crumbs.ts';
import { settingsForm } from '#lib/domain/complaints/forms.ts';
import { pagesSeen } from '#lib/domain/complaints/pages-seen.ts';
import { changeFeedbackSettings, feedbackSettingsOf } from '#lib/domain/complaints/settings.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'set feedback');
	return {
		settings: feedbackSettingsOf(event.locals.db),
		pages: pagesSeen(person),
		crumbs: feedbackCrumbs({ label: 'Settings' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'set feedback');
		const form = await parseForm(event, settingsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => changeFeedbackSettings(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/feedback/settings?done=saved');
	}
};
