import { fail, redirect } from '@sveltejs/kit';
import { oneToOneCrumbs } from '#lib/domain/one-to-ones/crumbs.ts';
import { oneToOneSeen } from '#lib/domain/one-to-ones/finding.server.ts';
import { advisorNotesForm, notesForm } from '#lib/domain/one-to-ones/forms.ts';
import { saveOneToOne } from '#lib/domain/one-to-ones/noting.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const one = oneToOneSeen(db, person, event.params.one);
	const { id, as, version, agenda, notes, heldOn, nextOn } = one;
	return {
		one: { id, as, version, agenda, isAgreed: !!(one.advisorAgreedAt || one.leaderAgreedAt) },
		start: { agenda, notes, heldOn, nextOn: nextOn ?? '' },
		crumbs: oneToOneCrumbs(one, { label: 'Write' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const one = oneToOneSeen(db, person, event.params.one);
		const form = await (one.as === 'leader' ? parseForm(event, notesForm) : parseForm(event, advisorNotesForm));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveOneToOne(db, person, one, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/one-to-ones/${one.id}?done=saved`);
	}
};
