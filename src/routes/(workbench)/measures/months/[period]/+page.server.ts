import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { lateFigures, takeLateFigures } from '#lib/domain/measures/late-figures.server.ts';
import { isPeriod, showPeriod } from '#lib/domain/measures/period.ts';
import { releaseOf } from '#lib/domain/measures/releasing.server.ts';
import { placesEntered, teamsOf } from '#lib/domain/measures/whose-values.server.ts';
import { cellsToType, enterTyped } from '#lib/domain/measures/typing.server.ts';
import { periodFault } from '#lib/domain/measures/value-faults.ts';
import { text } from '#lib/server/fields.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/**
 * Whose values are typed: a service the person enters values for, a team of it, or the council; the first service where the
 * address says none. A team of another service is passed over: somebody chose another service and left the team as it was.
 */
function unitAsked(event: RequestEvent | Parameters<PageServerLoad>[0], places: ReturnType<typeof placesEntered>) {
	const { period } = event.params;
	if (!isPeriod(period)) notFound();
	const query = event.url.searchParams;
	const service = query.get('service') ?? places.services[0]?.value ?? (places.council ? 'council' : '');
	const known = (service === 'council' && places.council) || places.services.some(({ value }) => value === service);
	if (query.has('service') && !known) notFound();
	const teams = teamsOf(event.locals.db, service);
	const teamId = teams.find(({ value }) => value === query.get('team'))?.value ?? null;
	const unit = { serviceId: service === 'council' ? null : service, teamId, period, onlyKey: query.get('measure') };
	return { service, teams, unit };
}

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	const places = placesEntered(db, person);
	const { service, teams, unit } = unitAsked(event, places);
	const enters = places.services.length > 0;
	const release = releaseOf(db, unit.period);
	if (sight.releasedOnly && !release) notFound();
	const problem = periodFault(unit.period, 'month', today);
	return {
		period: unit.period,
		name: showPeriod(unit.period),
		places,
		service,
		teams,
		team: unit.teamId ?? '',
		onlyKey: unit.onlyKey ?? '',
		...(enters && !problem ? cellsToType(db, unit, unit.period, unit.onlyKey) : { cells: [], others: [] }),
		enters,
		problem,
		released: release ? { at: showMoment(release.releasedAt), note: release.note } : null,
		late: release && can(person, 'release month') ? lateFigures(db, unit.period, today) : [],
		canRelease: can(person, 'release month') && !release && !problem,
		crumbs: measuresCrumbs({ href: '/measures/months', label: 'Months' }, { label: showPeriod(unit.period) })
	};
};

const lateForm = v.object({ reason: text('Reason', 500) });
const cells = v.record(v.string(), v.optional(v.pipe(v.string(), v.maxLength(500, 'Enter a shorter text')), ''));

export const actions: Actions = {
	type: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		const places = placesEntered(db, person);
		const { service, unit } = unitAsked(event, places);
		mustBeAble(person, 'enter values', { serviceId: unit.serviceId });
		const form = await parseForm(event, cells);
		if (!form.ok) return fail(400, form);
		let faults: { field: string; text: string }[] = [];
		const outcome = once(event, form, () => {
			const entered = enterTyped(db, person, unit, form.data, today);
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
			...(unit.teamId && { team: unit.teamId }),
			...(unit.onlyKey && { measure: unit.onlyKey }),
			done: outcome.added + outcome.changed ? 'saved' : 'same'
		});
		redirect(303, `/measures/months/${unit.period}?${kept.toString()}`);
	},
	late: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'release month', {});
		const { period } = event.params;
		if (!isPeriod(period) || !releaseOf(db, period)) notFound();
		const form = await parseForm(event, lateForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => takeLateFigures(db, person, period, form.data.reason, today));
		if (!outcome.ok) return refusal(form, { ...outcome, field: 'late' });
		redirect(303, `/measures/months/${period}?done=late`);
	}
};
