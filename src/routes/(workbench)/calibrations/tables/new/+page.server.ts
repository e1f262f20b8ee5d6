import { fail, redirect } from '@sveltejs/kit';
import { calibrationCrumbs } from '#lib/domain/calibration/crumbs.ts';
import { mustStart } from '#lib/domain/calibration/finding.server.ts';
import { raterTableForm } from '#lib/domain/calibration/forms.ts';
import { startRaterTable } from '#lib/domain/calibration/rater-tables.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustStart(person);
	return { crumbs: calibrationCrumbs({ href: '/calibrations/tables', label: 'Ratings made elsewhere' }, { label: 'Make a table' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustStart(person);
		const form = await parseForm(event, raterTableForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => startRaterTable(event.locals.db, person, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/calibrations/tables/${outcome.number}/import`);
	}
};
