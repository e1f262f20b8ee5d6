import { fail, redirect } from '@sveltejs/kit';
import { agreeTheRest } from '#lib/domain/moderation/agreeing-the-rest.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { filtered, moderationRows } from '#lib/domain/moderation/moderation-rows.ts';
import { mayModerateNow, thingToModerate } from '#lib/domain/moderation/moderation-sight.server.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { stepForm } from '#lib/domain/moderation/step-forms.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	mustBeAble(person, 'moderate', thingToModerate(db, assessment));
	const rows = moderationRows(frameworkOf(db, assessment.frameworkVersionId), answersOf(db, assessment), judgedOn(assessment, today));
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
		const person = signedIn(event);
		const { db, today } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'moderate', thingToModerate(db, assessment));
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => agreeTheRest(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/moderation?agreed=${outcome.count}`);
	}
};
