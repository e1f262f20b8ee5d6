import { error, fail, redirect } from '@sveltejs/kit';
import { pagesOf } from '#lib/domain/assessments/assessment-pages.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { finishModeration } from '#lib/domain/moderation/finishing-moderation.server.ts';
import { filterCounts, filtered } from '#lib/domain/moderation/moderation-rows.ts';
import { assessmentToModerate, mayModerateNow, maySeeModeration, rowsToModerate } from '#lib/domain/moderation/moderation-sight.server.ts';
import { stepForm } from '#lib/domain/moderation/step-forms.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today, url } = { ...event.locals, url: event.url };
	const assessment = assessmentSeen(db, person, event.params.assessment);
	if (!maySeeModeration(db, person, assessment)) error(403, 'You cannot do this');
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const rows = rowsToModerate(db, assessment, today);
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		status: assessment.status,
		submitted: assessment.submittedOn && { on: showDay(assessment.submittedOn), by: assessment.submittedByName },
		moderator: assessment.moderatorName,
		levels: (framework.levels ?? []).map(({ number, name }) => ({ number, name })),
		all: rows.map(({ number, level, decision }) => ({ number, level, decided: decision !== 'not yet' })),
		counts: filterCounts(rows),
		...filtered(rows, url.searchParams.get('show')),
		mayModerate: mayModerateNow(db, person, assessment),
		pages: pagesOf(db, person, assessment),
		crumbs: crumbsTo(assessment, [{ label: 'Moderation' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, assessment } = assessmentToModerate(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => finishModeration(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/moderation`);
	}
};
