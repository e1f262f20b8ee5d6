import { fail, redirect } from '@sveltejs/kit';
import { assessmentName, crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { assessmentSeen } from '#lib/domain/assessments/finding.server.ts';
import { lastSnapshot } from '#lib/domain/snapshots/keeping-snapshots.server.ts';
import { override } from '#lib/domain/moderation/overriding.server.ts';
import { levelsToChoose } from '#lib/domain/moderation/panel-decision.ts';
import { levelInWords } from '#lib/domain/results/shown-result.ts';
import { overrideForm } from '#lib/domain/moderation/step-forms.ts';
import { statusAfter } from '#lib/domain/moderation/way.ts';
import { frameworkOf } from '#lib/domain/frameworks/finding.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const assessment = assessmentSeen(db, person, event.params.assessment);
	mustBeAble(person, 'override', assessment.thing);
	const framework = frameworkOf(db, assessment.frameworkVersionId);
	const computed = lastSnapshot(db, assessment.id)?.content.results.agreed;
	return {
		id: assessment.id,
		name: assessmentName(assessment),
		version: assessment.version,
		service: assessment.service.name,
		canBeOverridden: statusAfter('override', assessment.status) !== null,
		computed: computed && { level: computed.level, words: computed.level === null ? '' : levelInWords(framework, computed.level) },
		decision: assessment.overrideReason && {
			words: levelInWords(framework, assessment.overrideLevel ?? 0),
			reason: assessment.overrideReason,
			by: assessment.overrideByName
		},
		levels: levelsToChoose(framework)
			.filter((level) => level !== assessment.agreedLevel)
			.map((level) => ({ level, label: levelInWords(framework, level) })),
		crumbs: crumbsTo(assessment, [{ label: 'Panel decision' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const assessment = assessmentSeen(db, person, event.params.assessment);
		mustBeAble(person, 'override', assessment.thing);
		const form = await parseForm(event, overrideForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => override(db, person, { id: assessment.id, ...form.data }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/snapshots`);
	}
};
