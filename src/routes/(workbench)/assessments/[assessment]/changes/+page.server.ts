import { fail, redirect } from '@sveltejs/kit';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { filtered } from '#lib/domain/moderation/moderation-rows.ts';
import { assessmentToModerate, rowsToModerate } from '#lib/domain/moderation/moderation-sight.server.ts';
import { requestChanges } from '#lib/domain/moderation/requesting-changes.server.ts';
import { changesForm } from '#lib/domain/moderation/step-forms.ts';
import { statusAfter } from '#lib/domain/moderation/way.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { assessment } = assessmentToModerate(event);
	const { db, today } = event.locals;
	const rows = rowsToModerate(db, assessment, today);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		open: statusAfter('request changes', assessment.status) !== null,
		text: assessment.changesRequested,
		differing: filtered(rows, 'differs').rows,
		crumbs: crumbsTo(assessment, [{ href: `/assessments/${assessment.id}/moderation`, label: 'Moderation' }, { label: 'Ask for changes' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, assessment } = assessmentToModerate(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, changesForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => requestChanges(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/changes`);
	}
};
