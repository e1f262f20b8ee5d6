import { fail, redirect } from '@sveltejs/kit';
import { criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { attachEvidence, detachEvidence } from '#lib/domain/evidence/attaching.server.ts';
import { evidenceToChoose } from '#lib/domain/evidence/choosing.server.ts';
import { evidenceCrumbs } from '#lib/domain/evidence/crumbs.ts';
import { chosenEvidenceSchema, detachedEvidenceSchema } from '#lib/domain/evidence/forms.ts';
import { evidenceOf } from '#lib/domain/evidence/of-criterion.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const seen = criterionSeen(db, person, event.params.assessment, event.params.criterion);
	mustBeAble(person, 'answer', seen.thing);
	const place = { assessmentId: seen.assessment.id, criterion: seen.criterion.number };
	const search = (event.url.searchParams.get('search') ?? '').trim().slice(0, 100);
	return {
		crumbs: evidenceCrumbs(seen, 'Evidence'),
		here: `/assessments/${place.assessmentId}/criteria/${place.criterion}`,
		criterion: { number: seen.criterion.number, title: seen.criterion.title, good: seen.criterion.evidence },
		isOpen: isAnswerable(seen.assessment),
		attached: evidenceOf(db, place, today),
		search,
		...evidenceToChoose(db, person, place, seen.assessment.service.id, search, today)
	};
};

export const actions: Actions = {
	choose: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'answer', thing);
		const form = await parseForm(event, chosenEvidenceSchema);
		if (!form.ok) return fail(400, form);
		const place = { assessmentId: assessment.id, criterion: criterion.number };
		const outcome = once(event, form, () => attachEvidence(db, person, place, form.data['evidence[]'], today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/criteria/${criterion.number}#evidence`);
	},
	detach: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'answer', thing);
		const form = await parseForm(event, detachedEvidenceSchema);
		if (!form.ok) return fail(400, form);
		const place = { assessmentId: assessment.id, criterion: criterion.number };
		const outcome = once(event, form, () => detachEvidence(db, person, place, form.data.evidence, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, event.url.pathname);
	}
};
