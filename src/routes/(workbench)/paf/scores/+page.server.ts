import { fail, redirect } from '@sveltejs/kit';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { releaseForm } from '#lib/domain/paf/forms.ts';
import { scoreFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { release } from '#lib/domain/paf/releasing.server.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { countToScore, countUnfinished, readyToRelease, teamsToScore, toScoreListed } from '#lib/domain/paf/to-score-listing.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeByNumber } from '#lib/server/paging.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'scores');
	const { db } = event.locals;
	const query = event.url.searchParams;
	const filters = scoreFiltersIn(query);
	return {
		parts,
		filters,
		unfinished: countUnfinished(db, person),
		ready: readyToRelease(db, person),
		teams: teamsToScore(db, person),
		listed: toScoreListed(db, person, filters, placeByNumber(query)),
		count: countToScore(db, person, filters),
		crumbs: pafCrumbs({ label: 'To score' })
	};
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
