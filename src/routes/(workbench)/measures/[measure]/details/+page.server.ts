import { fail, redirect } from '@sveltejs/kit';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { changeMeasure, retireMeasure } from '#lib/domain/measures/defining.server.ts';
import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { changedMeasureForm, versionForm } from '#lib/domain/measures/forms.ts';
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
	const { staleAfter, denominator, ownerId, version, ...measure } = measureByKey(db, event.params.measure);
	return {
		key: measure.key,
		retired: measure.retiredOn !== null,
		version,
		start: {
			name: measure.name,
			theme: measure.theme,
			why: measure.why,
			unit: measure.unit,
			numerator: measure.numerator,
			direction: measure.direction,
			source: measure.source,
			dataFrom: measure.dataFrom,
			frequency: measure.frequency,
			staleAfter: String(staleAfter),
			denominator: denominator ?? '',
			ownerId: ownerId ?? '',
			version: String(version)
		},
		people: possibleMeasureOwners(db),
		crumbs: measuresCrumbs({ href: `/measures/${measure.key}`, label: measure.name }, { label: 'Definition' })
	};
};

export const actions: Actions = {
	change: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const { id, key } = measureByKey(db, event.params.measure);
		const form = await parseForm(event, changedMeasureForm);
		if (!form.ok) return fail(400, form);
		const { version, ...typed } = form.data;
		const outcome = once(event, form, () => changeMeasure(db, person, id, typed, version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/${key}?done=changed`);
	},
	retire: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const { id, key, retiredOn } = measureByKey(db, event.params.measure);
		const form = await parseForm(event, versionForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => retireMeasure(db, person, id, form.data.version, retiredOn ? null : today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/${key}?done=${retiredOn ? 'back' : 'retired'}`);
	}
};
