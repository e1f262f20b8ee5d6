import { fail, redirect } from '@sveltejs/kit';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { addTarget, endTarget } from '#lib/domain/measures/setting-targets.server.ts';
import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { targetEndForm, targetForm } from '#lib/domain/measures/forms.ts';
import { lastEnded, periodOf, showShortPeriod } from '#lib/domain/measures/period.ts';
import { servicesSeen } from '#lib/domain/measures/whose-values.server.ts';
import { targetsOf } from '#lib/domain/measures/targets.server.ts';
import { showTarget } from '#lib/domain/measures/value.ts';
import { mustBeAble, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	mustBeAble(person, 'keep measures', {});
	const measure = measureByKey(db, event.params.measure);
	const services = servicesSeen(db, sight);
	return {
		measure: { key: measure.key, name: measure.name, unit: measure.unit },
		services,
		targets: (targetsOf(db, [measure.id]).get(measure.id) ?? []).map((target) => ({
			id: target.id,
			kind: target.kind,
			value: showTarget(measure.unit, target.hundredths / 100),
			of:
				[services.find(({ value }) => value === target.serviceId)?.label, target.channel].filter(Boolean).join(', ') ||
				'All services and channels',
			from: showShortPeriod(target.fromPeriod),
			until: target.untilPeriod ? showShortPeriod(target.untilPeriod) : null,
			source: target.source,
			version: target.version
		})),
		thisMonth: showShortPeriod(periodOf(today)),
		lastMonth: showShortPeriod(lastEnded(today)),
		crumbs: measuresCrumbs({ href: `/measures/${measure.key}`, label: measure.name }, { label: 'Targets' })
	};
};

export const actions: Actions = {
	add: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const { id, key } = measureByKey(db, event.params.measure);
		const form = await parseForm(event, targetForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => addTarget(db, person, id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/${key}/targets?done=added`);
	},
	end: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'keep measures', {});
		const { id, key } = measureByKey(db, event.params.measure);
		const form = await parseForm(event, targetEndForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => endTarget(db, person, id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/${key}/targets?done=ended`);
	}
};
