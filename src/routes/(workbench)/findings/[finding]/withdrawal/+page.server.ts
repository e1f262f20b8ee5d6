import { fail, redirect } from '@sveltejs/kit';
import { findingCrumbs } from '#lib/domain/findings/crumbs.ts';
import { findingToChange } from '#lib/domain/findings/finding.server.ts';
import { withdrawalForm } from '#lib/domain/findings/forms.ts';
import { recommendationsOfFinding } from '#lib/domain/findings/reading.server.ts';
import { withdrawFinding } from '#lib/domain/findings/withdrawing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const finding = findingToChange(db, person, event.params.finding);
	const waiting = recommendationsOfFinding(db, finding.id).filter(({ state }) => state === 'proposed' || state === 'deferred');
	return {
		finding: { id: finding.id, version: finding.version, what: finding.what },
		waiting: waiting.map(({ number }) => number),
		crumbs: findingCrumbs(finding, { label: 'Withdraw' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const finding = findingToChange(db, person, event.params.finding);
		const form = await parseForm(event, withdrawalForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => withdrawFinding(db, person, finding, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, finding.journey ? `/journeys/${finding.journey.id}/findings?done=withdrawn` : `/findings/${finding.id}?done=withdrawn`);
	}
};
