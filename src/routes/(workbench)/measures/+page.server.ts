import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { workOut } from '#lib/domain/measures/computing.server.ts';
import { filtersIn } from '#lib/domain/measures/filters.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { measuresListed } from '#lib/domain/measures/listing.server.ts';
import { loadMeasures, measuresOffered } from '#lib/domain/measures/loading.server.ts';
import { entersValues, whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const whose = whoseAsked(db, sight, event.url.searchParams);
	const filters = { ...filtersIn(event.url.searchParams), team: whose.team };
	const keeps = can(person, 'keep measures');
	const from = Number(event.url.searchParams.get('from'));
	return {
		filters,
		...measuresListed(db, sight, filters, Number.isInteger(from) ? from : 0, today),
		whose,
		parts: { enters: entersValues(person) },
		keeps,
		offered: keeps ? measuresOffered(db).offers.length : 0,
		releasedOnly: sight.releasedOnly,
		crumbs: measuresCrumbs()
	};
};

export const actions: Actions = {
	load: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => loadMeasures(db, person));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures?done=loaded&many=${outcome.added}`);
	},
	compute: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => workOut(db, person, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures?done=${outcome.added + outcome.changed ? 'computed' : 'same'}`);
	}
};
