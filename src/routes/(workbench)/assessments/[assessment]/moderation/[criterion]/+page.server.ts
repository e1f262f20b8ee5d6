import { error, fail, redirect } from '@sveltejs/kit';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen, criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { moderate } from '#lib/domain/moderation/moderating.server.ts';
import { moderationPage, nextToModerate } from '#lib/domain/moderation/moderation-page.server.ts';
import { assessmentToModerate, maySeeModeration } from '#lib/domain/moderation/moderation-sight.server.ts';
import { moderationForm } from '#lib/domain/moderation/step-forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	if (!maySeeModeration(db, person, assessment)) error(403, 'You cannot do this');
	const seen = criterionSeen(db, person, assessment.id, event.params.criterion);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		...moderationPage(db, person, seen, today),
		crumbs: crumbsTo(assessment, [
			{ href: `/assessments/${assessment.id}/moderation`, label: 'Moderation' },
			{ label: seen.criterion.number }
		])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, assessment } = assessmentToModerate(event);
		const { db, today } = event.locals;
		const seen = criterionSeen(db, person, assessment.id, event.params.criterion);
		const form = await parseForm(event, moderationForm);
		if (!form.ok) return fail(400, form);
		const asked = { ...form.data, id: assessment.id, criterion: seen.criterion.number };
		const outcome = once(event, form, () => moderate(db, person, asked, today));
		if (!outcome.ok) return refusal(form, outcome);
		const next = nextToModerate(db, seen, today);
		redirect(303, `/assessments/${assessment.id}/moderation${next ? `/${next}` : ''}`);
	}
};
