import { fail, redirect } from '@sveltejs/kit';
import { servicesToTell } from '#lib/domain/complaints/choosing.server.ts';
import { feedbackSettingsOf } from '#lib/domain/complaints/settings.server.ts';
import { answerByLink } from '#lib/domain/surveys/answering.server.ts';
import { surveyBehind } from '#lib/domain/surveys/finding.server.ts';
import { publicAnswerForm } from '#lib/domain/surveys/forms.ts';
import { emptyAnswer } from '#lib/domain/surveys/start-values.ts';
import { surveyStateOn } from '#lib/domain/surveys/state.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, today }, params, url }) => {
	const found = surveyBehind(db, params.token);
	// a closed survey and a link nobody gave out look alike
	const survey = found && surveyStateOn(found, today) === 'open' ? found : null;
	return {
		survey: survey && { title: survey.title, service: survey.service, parts: survey.parts },
		services: survey && !survey.serviceId ? servicesToTell(db) : null,
		months: feedbackSettingsOf(db).retentionMonths,
		thanks: url.searchParams.get('thanks'),
		start: emptyAnswer
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, today, address } = event.locals;
		const { token } = event.params;
		const form = await parseForm(event, publicAnswerForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => answerByLink(db, token, form.data, { address, today }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/survey/${token}?thanks=${outcome.held ? 'held' : 'yes'}`);
	}
};
