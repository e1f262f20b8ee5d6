import { fail, redirect } from '@sveltejs/kit';
import { canSubmit, consistencyOf } from '#lib/domain/results/consistency.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import { shownResults } from '#lib/domain/results/shown-results.ts';
import { stepForm } from '#lib/domain/moderation/step-forms.ts';
import { submit } from '#lib/domain/moderation/submitting.server.ts';
import { statusAfter } from '#lib/domain/moderation/way.ts';
import { showDay } from '#lib/domain/calendar/dates.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	mustBeAble(person, 'submit', assessment.thing);
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const answers = answersOf(db, assessment);
	const on = judgedOn(assessment, today);
	const titles = new Map(framework.criteria.map(({ number, title }) => [number, title]));
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		canBeSubmitted: statusAfter('submit', assessment.status) !== null,
		isClosed: assessment.cycle.closedAt !== null,
		submitted: assessment.submittedOn && { on: showDay(assessment.submittedOn), by: assessment.submittedByName },
		total: framework.criteria.length,
		missing: canSubmit(framework, answers).missing.map(({ criterion, why }) => ({ criterion, why, title: titles.get(criterion) ?? '' })),
		advice: consistencyOf(framework, answers, { on, cycleStart: assessment.cycle.startsOn }).map(({ text }) => text),
		results: shownResults(framework, resultOf(framework, answers, on)).filter(({ basis }) => basis !== 'agreed'),
		crumbs: crumbsTo(assessment, [{ label: 'Submit' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'submit', assessment.thing);
		const form = await parseForm(event, stepForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => submit(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/submission`);
	}
};
