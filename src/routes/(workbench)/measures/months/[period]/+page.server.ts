import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { isPeriod, showPeriod } from '#lib/domain/measures/period.ts';
import { releaseOf } from '#lib/domain/measures/releasing.server.ts';
import { placesEntered } from '#lib/domain/measures/whose-values.server.ts';
import { cellsToType, enterTyped } from '#lib/domain/measures/typing.server.ts';
import { periodFault } from '#lib/domain/measures/value-faults.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Whose values are typed: a service the person enters values for, or the council; the first of them where the address says none. */
function asked(event: RequestEvent | Parameters<PageServerLoad>[0], places: ReturnType<typeof placesEntered>) {
	const { period } = event.params;
	if (!isPeriod(period)) notFound();
	const query = event.url.searchParams;
	const service = query.get('service') ?? places.services[0]?.value ?? (places.council ? 'council' : '');
	const known = (service === 'council' && places.council) || places.services.some(({ value }) => value === service);
	if (query.has('service') && !known) notFound();
	return { service, serviceId: service === 'council' ? null : service, period, onlyKey: query.get('measure') };
}

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const places = placesEntered(db, person);
	const { service, ...what } = asked(event, places);
	const enters = places.services.length > 0;
	const release = releaseOf(db, what.period);
	if (sight.releasedOnly && !release) notFound();
	const problem = periodFault(what.period, 'month', today);
	return {
		period: what.period,
		name: showPeriod(what.period),
		places,
		service,
		onlyKey: what.onlyKey ?? '',
		...(enters && !problem ? cellsToType(db, what.serviceId, what.period, what.onlyKey) : { cells: [], others: [] }),
		enters,
		problem,
		released: release ? { at: showMoment(release.releasedAt), note: release.note } : null,
		canRelease: can(person, 'release month') && !release && !problem,
		crumbs: measuresCrumbs({ href: '/measures/months', label: 'Months' }, { label: showPeriod(what.period) })
	};
};

const cells = v.record(v.string(), v.optional(v.pipe(v.string(), v.maxLength(500, 'Enter a shorter text')), ''));

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		const places = placesEntered(db, person);
		const { service, ...what } = asked(event, places);
		mustBeAble(person, 'enter values', { serviceId: what.serviceId });
		const form = await parseForm(event, cells);
		if (!form.ok) return fail(400, form);
		let faults: { field: string; text: string }[] = [];
		const outcome = once(event, form, () => {
			const entered = enterTyped(db, person, what, form.data, today);
			if (!entered.ok && 'faults' in entered) {
				faults = entered.faults;
				return { ok: false as const, code: 'faults', text: '' };
			}
			return entered;
		});
		if (faults.length) return fail(400, { values: form.values, errors: faults });
		if (!outcome.ok) return refusal(form, outcome);
		const kept = new URLSearchParams({
			service,
			...(what.onlyKey && { measure: what.onlyKey }),
			done: outcome.added + outcome.changed ? 'saved' : 'same'
		});
		redirect(303, `/measures/months/${what.period}?${kept.toString()}`);
	}
};
