import { fail, redirect } from '@sveltejs/kit';
import { evidenceForm } from '#lib/domain/findings/forms.ts';
import { headOf } from '#lib/domain/paf/assessment-page.server.ts';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { piecesBeside } from '#lib/domain/paf/evidence-beside.server.ts';
import { assessmentSeen } from '#lib/domain/paf/finding.server.ts';
import { chooseBeside, evidenceForScore } from '#lib/domain/paf/keeping-evidence.server.ts';
import { mayScore } from '#lib/domain/paf/scoring.server.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = assessmentSeen(db, person, event.params.scored);
	const { assessment } = seen;
	if (!mayScore(person, assessment)) redirect(303, `/paf/assessments/${assessment.number}`);
	const head = headOf(seen);
	return {
		head,
		evidence: evidenceForScore(db, person, assessment),
		chosen: piecesBeside(db, person, assessment.id).map(({ id }) => id),
		crumbs: pafCrumbs(
			{ href: '/paf/scores', label: 'To score' },
			{ href: `/paf/assessments/${assessment.number}/score`, label: head.name },
			{ href: `/paf/assessments/${assessment.number}/evidence`, label: 'Evidence' },
			{ label: 'Library' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const { assessment } = assessmentSeen(db, person, event.params.scored);
		if (!mayScore(person, assessment)) forbidden();
		const form = await parseForm(event, evidenceForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => chooseBeside(db, person, assessment.number, form.data['evidence[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/assessments/${assessment.number}/evidence?done=chosen`);
	}
};
