import { error, fail, redirect } from '@sveltejs/kit';
import { criterionSeen } from '#lib/domain/assessments/finding.server.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { addEvidenceTo } from '#lib/domain/evidence/attaching.server.ts';
import { contentOf } from '#lib/domain/evidence/content.ts';
import { councilLimits } from '#lib/domain/evidence/council-limits.server.ts';
import { evidenceCrumbs } from '#lib/domain/evidence/crumbs.ts';
import { newEvidenceSchema } from '#lib/domain/evidence/forms.ts';
import { possibleOwners } from '#lib/domain/evidence/owners.server.ts';
import { receiveForm, refusalWithFile } from '#lib/domain/evidence/receiving.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { once } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const seen = criterionSeen(db, person, event.params.assessment, event.params.criterion);
	mustBeAble(person, 'answer', seen.thing);
	if (!isAnswerable(seen.assessment)) error(403, 'The assessment has been submitted, so its evidence stays as it is');
	return {
		crumbs: evidenceCrumbs(seen, 'Add evidence'),
		here: `/assessments/${seen.assessment.id}/criteria/${seen.criterion.number}`,
		criterion: { number: seen.criterion.number, title: seen.criterion.title, good: seen.criterion.evidence },
		owners: possibleOwners(db, [seen.assessment.service.id], [person]),
		endings: councilLimits(db).allowedFileTypes,
		me: person.id
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { assessment, criterion, thing } = criterionSeen(db, person, event.params.assessment, event.params.criterion);
		mustBeAble(person, 'answer', thing);
		const form = await receiveForm(event, person, newEvidenceSchema);
		if (!form.ok) return fail(400, form);
		const place = { assessmentId: assessment.id, criterion: criterion.number };
		const outcome = once(event, form, () => addEvidenceTo(db, person, place, form.data, contentOf(form.data), today));
		if (!outcome.ok) return refusalWithFile(form, outcome);
		redirect(303, `/assessments/${assessment.id}/criteria/${criterion.number}#evidence`);
	}
};
