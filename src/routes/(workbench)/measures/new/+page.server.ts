import { fail, redirect } from '@sveltejs/kit';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { addMeasure } from '#lib/domain/measures/defining.server.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { measureForm } from '#lib/domain/measures/forms.ts';
import { possibleMeasureOwners } from '#lib/domain/measures/owners.server.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	measuresInSight(db, person);
	mustBeAble(person, 'keep measures', {});
	return { people: possibleMeasureOwners(db), crumbs: measuresCrumbs({ label: 'Add a measure' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const form = await parseForm(event, measureForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addMeasure(db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/${outcome.key}?done=added`);
	}
};
