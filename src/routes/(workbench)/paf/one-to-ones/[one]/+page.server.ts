import { fail, redirect } from '@sveltejs/kit';
import { oneToOneCrumbs } from '#lib/domain/one-to-ones/crumbs.ts';
import { objectivesOf, oneToOneSeen, standOf, trainingAgreedIn } from '#lib/domain/one-to-ones/finding.server.ts';
import { agreementForm } from '#lib/domain/one-to-ones/forms.ts';
import { agreeNotes } from '#lib/domain/one-to-ones/noting.server.ts';
import { showMonth } from '#lib/domain/paf/month.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const one = oneToOneSeen(db, person, event.params.one);
	const { member, ...shown } = one;
	return {
		one: { ...shown, stand: standOf(one), monthShown: showMonth(one.month) },
		member: { id: member.id, name: member.name },
		objectives: objectivesOf(db, member.id).filter(({ state, oneToOneId }) => state === 'open' || oneToOneId === one.id),
		training: trainingAgreedIn(db, one.id),
		crumbs: oneToOneCrumbs(one)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const one = oneToOneSeen(db, person, event.params.one);
		const form = await parseForm(event, agreementForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => agreeNotes(db, person, one, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/one-to-ones/${one.id}?done=agreed`);
	}
};
