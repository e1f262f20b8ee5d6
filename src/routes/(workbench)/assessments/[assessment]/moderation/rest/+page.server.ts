import { fail, redirect } from '@sveltejs/kit';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { filtered } from '#lib/domain/moderation/moderation-rows.ts';
import { assessmentToModerate, mayModerateNow, rowsToModerate } from '#lib/domain/moderation/moderation-sight.server.ts';
import { stepForm } from '#lib/domain/moderation/step-forms.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person, assessment } = assessmentToModerate(event);
	const { db, today } = event.locals;
	const rows = rowsToModerate(db, assessment, today);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		mayModerate: mayModerateNow(db, person, assessment),
		rows: filtered(rows, 'not yet').rows,
		crumbs: crumbsTo(assessment, [{ href: `/assessments/${assessment.id}/moderation`, label: 'Moderation' }, { label: 'Agree the rest' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, assessment } = assessmentToModerate(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => agreeTheRest(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/moderation?agreed=${outcome.count}`);
	}
};
