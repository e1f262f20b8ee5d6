import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { can } from '#lib/domain/access/can.ts';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { enterValues } from '#lib/domain/measures/entering.server.ts';
import { scopeQuery } from '#lib/domain/measures/filters.ts';
import { measureByKey, measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { wholeNumber } from '#lib/domain/measures/forms.ts';
import { isPeriod } from '#lib/domain/measures/period.ts';
import { scopeName } from '#lib/domain/measures/scope-fields.ts';
import { whoseAsked } from '#lib/domain/measures/whose-values.server.ts';
import { valuePage } from '#lib/domain/measures/value-page.server.ts';
import { text } from '#lib/server/fields.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Person } from '#lib/domain/access/person.ts';
import type { Actions, PageServerLoad } from './$types';

/** The value the address names: of which measure, month and place. 404 where the person sees no such place. */
function named({ params, url, locals: { db } }: Pick<RequestEvent, 'params' | 'url' | 'locals'>, person: Person) {
	const sight = measuresInSight(db, person);
	const measure = measureByKey(db, params.measure ?? '');
	const whose = whoseAsked(db, sight, url.searchParams);
	const team = url.searchParams.get('team') ?? '';
	if (!isPeriod(params.period ?? '') || team !== whose.team) notFound();
	return { sight, measure, period: params.period ?? '', whose, place: whose.place, own: scopeQuery(whose) };
}

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const { sight, measure, period, whose, place, own } = named(event, person);
	const page = valuePage(db, sight, measure, place, period);
	if (!page.shown && !page.history.length) notFound();
	return {
		...page,
		period,
		measure: { key: measure.key, name: measure.name, numerator: measure.numerator, denominator: measure.denominator },
		own,
		whose: scopeName(whose),
		enters: can(person, 'enter values', { serviceId: place.serviceId }) && page.standing !== null && !measure.retiredOn,
		crumbs: measuresCrumbs({ href: `/measures/${measure.key}${own}`, label: measure.name }, { label: page.name })
	};
};

const seen = v.pipe(v.optional(v.string(), '0'), v.transform(Number));
const correction = v.object({
	numerator: wholeNumber('what was counted'),
	denominator: v.optional(v.union([v.literal(''), wholeNumber('what it is out of')]), ''),
	reason: text('Reason', 500),
	seen
});
const removal = v.object({ reason: text('Reason', 500), seen });

export const actions: Actions = {
	correct: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { measure, period, place, own } = named(event, person);
		mustBeAble(person, 'enter values', { serviceId: place.serviceId });
		const form = await parseForm(event, correction);
		if (!form.ok) return fail(400, form);
		const { numerator, denominator, reason, seen } = form.data;
		const value = {
			measureId: measure.id,
			...place,
			period,
			numerator,
			denominator: denominator === '' ? null : denominator,
			seen
		};
		const outcome = once(event, form, () => enterValues(db, person, { origin: 'typed', reason }, [value], today));
		if (!outcome.ok) return refusal(form, { ...outcome, field: fieldOf(outcome.field) });
		redirect(303, `/measures/${measure.key}/values/${period}${own}#history`);
	},
	remove: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const { measure, period, place, own } = named(event, person);
		mustBeAble(person, 'enter values', { serviceId: place.serviceId });
		const form = await parseForm(event, removal);
		if (!form.ok) return fail(400, form);
		const { reason, seen } = form.data;
		if (!reason) return fail(400, { values: form.values, errors: [{ field: 'reason', text: 'Enter why the value is taken away' }] });
		const value = { measureId: measure.id, ...place, period, numerator: null, denominator: null, seen };
		const outcome = once(event, form, () => enterValues(db, person, { origin: 'typed', reason }, [value], today));
		if (!outcome.ok) return refusal(form, { ...outcome, field: fieldOf(outcome.field) });
		redirect(303, `/measures/${measure.key}/values/${period}${own}#history`);
	}
};

/** The field of the form for that of a value: 'denominator:0' is 'denominator'. */
function fieldOf(field = ''): string {
	const [name = ''] = field.split(':');
	return ['denominator', 'reason'].includes(name) ? name : 'numerator';
}
