import { fail, redirect } from '@sveltejs/kit';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { attachToFinding, evidenceForFinding, evidenceOfFinding } from '#lib/domain/findings/evidence.server.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { evidenceForm } from '#lib/domain/findings/forms.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const finding = findingToChange(db, person, event.params.finding);
	return {
		finding: { id: finding.id, what: finding.what },
		evidence: evidenceForFinding(db, person, finding),
		chosen: evidenceOfFinding(db, person, finding).pieces.map(({ id }) => id),
		crumbs: findingCrumbs(finding, { label: 'Evidence' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const finding = findingToChange(db, person, event.params.finding);
		const form = await parseForm(event, evidenceForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => attachToFinding(db, person, finding, form.data['evidence[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/findings/${finding.id}?done=evidence`);
	}
};
