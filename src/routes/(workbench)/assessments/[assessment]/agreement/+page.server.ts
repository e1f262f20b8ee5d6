import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { agree } from '#lib/domain/moderation/agreeing.server.ts';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { levelsToChoose } from '#lib/domain/moderation/panel-decision.ts';
import { answersOf, judgedOn } from '#lib/domain/assessments/reading.server.ts';
import { resultOf } from '#lib/domain/results/result.ts';
import { levelInWords } from '#lib/domain/results/shown-result.ts';
import { shownResults } from '#lib/domain/results/shown-results.ts';
import { agreementForm } from '#lib/domain/moderation/step-forms.ts';
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
	mustBeAble(person, 'agree', assessment.thing);
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const result = resultOf(framework, answersOf(db, assessment), judgedOn(assessment, today));
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		service: assessment.service.name,
		canBeAgreed: statusAfter('agree', assessment.status) !== null,
		isClosed: assessment.cycle.closedAt !== null,
		agreed: assessment.agreedOn && { on: showDay(assessment.agreedOn), by: assessment.agreedByName, award: assessment.agreedAward },
		moderator: assessment.moderatorName,
		results: shownResults(framework, result),
		level: result.agreed.level,
		levels: can(person, 'override', assessment.thing)
			? levelsToChoose(framework).map((level) => ({ level, label: levelInWords(framework, level) }))
			: [],
		blocking: result.agreed.nextAward && { award: result.agreed.nextAward.award, count: result.agreed.nextAward.blockers.length },
		crumbs: crumbsTo(assessment, [{ label: 'Agree' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'agree', assessment.thing);
		const form = await parseForm(event, agreementForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => agree(db, person, { id: assessment.id, ...form.data }, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/agreement`);
	}
};
