import { fail, redirect } from '@sveltejs/kit';
import { proposalSeen } from '#lib/domain/actions/proposals.server.ts';
import { answer } from '#lib/domain/assessments/answering.server.ts';
import { afterCriterion, criterionPage, effectNow } from '#lib/domain/assessments/criterion-page.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { answerSchema, finishedAnswerSchema } from '#lib/domain/assessments/forms.ts';
import { showTime } from '#lib/domain/calendar/dates.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { readForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = criterionSeen(db, person, event.params.assessment, event.params.criterion);
	const { assessment, criterion, whole } = seen;
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		...criterionPage(db, person, seen, today),
		proposal: proposalSeen(db, person, assessment, criterion.number),
		crumbs: crumbsTo(assessment, [{ label: criterion.number }], whole)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const seen = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'answer', seen.thing);
		const sent = await event.request.formData();
		const form = readForm(sent, sent.has('autosave') ? answerSchema : finishedAnswerSchema);
		if (!form.ok) return fail(400, form);
		const typed = { ...form.data, criterion: seen.criterion.number, asYouGo: form.autosave };
		const outcome = once(event, form, () => answer(db, person, seen.assessment, typed, today));
		if (!outcome.ok) return refusal(form, outcome);
		if (form.autosave) return { version: outcome.version, saved: showTime(outcome.savedAt), effect: effectNow(db, seen, today) };
		redirect(303, afterCriterion(db, person, seen));
	}
};
