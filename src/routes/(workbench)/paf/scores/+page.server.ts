import { fail, redirect } from '@sveltejs/kit';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { releaseForm } from '#lib/domain/paf/forms.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { toScore } from '#lib/domain/paf/scoring.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'scores');
	return { parts, rows: toScore(event.locals.db, person), crumbs: pafCrumbs({ label: 'To score' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'scores');
		const form = await parseForm(event, releaseForm);
		if (!form.ok) return fail(400, form);
		const { db, today } = event.locals;
		const outcome = once(event, form, () => release(db, person, form.data['numbers[]'], today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/scores?done=released');
	}
};
