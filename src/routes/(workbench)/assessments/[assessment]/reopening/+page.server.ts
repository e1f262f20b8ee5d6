import { fail, redirect } from '@sveltejs/kit';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { reopen } from '#lib/domain/moderation/reopening.server.ts';
import { reopeningForm } from '#lib/domain/moderation/step-forms.ts';
import { statusAfter } from '#lib/domain/moderation/way.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const assessment = assessmentSeen(event.locals.db, person, event.params.assessment);
	mustBeAble(person, 'reopen', assessment.thing);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		service: assessment.service.name,
		isBaseline: assessment.isBaseline,
		canBeReopened: statusAfter('reopen', assessment.status) !== null,
		isClosed: assessment.cycle.closedAt !== null,
		crumbs: crumbsTo(assessment, [{ label: 'Reopen' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'reopen', assessment.thing);
		const form = await parseForm(event, reopeningForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => reopen(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/snapshots`);
	}
};
