import { fail, redirect } from '@sveltejs/kit';
import { oneToOneCrumbs } from '#lib/domain/one-to-ones/crumbs.ts';
import { oneToOneSeen } from '#lib/domain/one-to-ones/finding.server.ts';
import { agreedTrainingForm } from '#lib/domain/one-to-ones/forms.ts';
import { coursesNow } from '#lib/domain/training/listing.server.ts';
import { agreeTraining } from '#lib/domain/training/recording.server.ts';
import { forbidden, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const one = oneToOneSeen(db, person, event.params.one);
	if (one.as !== 'leader') forbidden();
	return {
		one: { id: one.id },
		courses: coursesNow(db).map(({ id, name }) => ({ value: id, label: name })),
		crumbs: oneToOneCrumbs(one, { label: 'Agree training' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const one = oneToOneSeen(db, person, event.params.one);
		if (one.as !== 'leader') forbidden();
		const form = await parseForm(event, agreedTrainingForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => agreeTraining(db, person, one.member, { ...form.data, oneToOneId: one.id }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/one-to-ones/${one.id}?done=training`);
	}
};
