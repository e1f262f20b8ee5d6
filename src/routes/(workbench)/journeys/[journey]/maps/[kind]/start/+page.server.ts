import { fail, redirect } from '@sveltejs/kit';
import { beginningOf, beginningsFor } from '#lib/domain/maps/choosing-beginning.server.ts';
import { beginningForm } from '#lib/domain/maps/forms.ts';
import { mapAddress, mapCrumbs } from '#lib/domain/maps/map-names.ts';
import { mapToChange } from '#lib/domain/maps/map-seen.server.ts';
import { mapOf } from '#lib/domain/maps/reading.server.ts';
import { startMap } from '#lib/domain/maps/starting.server.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { person, journey, kind } = mapToChange(event);
	const { db } = event.locals;
	return {
		journey: { id: journey.id, name: journey.name, number: journey.number, state: journey.state },
		kind,
		begun: !!mapOf(db, journey.id, kind)?.stages.length,
		...beginningsFor(db, person, journey.id, kind),
		crumbs: mapCrumbs(journey, kind, { label: 'Begin' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, journey, kind } = mapToChange(event);
		const form = await parseForm(event, beginningForm);
		if (!form.ok) return fail(400, form);
		const { db } = event.locals;
		const outcome = once(event, form, () => {
			const chosen = beginningOf(db, person, journey.id, form.data);
			return chosen.ok ? startMap(db, person, journey, kind, chosen.beginning) : chosen;
		});
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, mapAddress(journey.id, kind));
	}
};
