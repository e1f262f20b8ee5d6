import { fail, redirect } from '@sveltejs/kit';
import { measuresCrumbs } from '#lib/domain/measures/crumbs.ts';
import { measuresInSight } from '#lib/domain/measures/finding.server.ts';
import { releaseForm } from '#lib/domain/measures/forms.ts';
import { monthFiltersIn } from '#lib/domain/measures/month-filters.ts';
import { everyMonth } from '#lib/domain/measures/months.server.ts';
import { isPeriod, showPeriod } from '#lib/domain/measures/period.ts';
import { releaseMonth, releaseOf } from '#lib/domain/measures/releasing.server.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db, today } = event.locals;
	const sight = measuresInSight(db, person);
	mustBeAble(person, 'release month', {});
	const { period } = event.params;
	if (!isPeriod(period)) notFound();
	const month = everyMonth(db, sight.releasedOnly, monthFiltersIn(new URLSearchParams()), today).find((one) => one.period === period);
	if (!month) notFound();
	return {
		month,
		released: releaseOf(db, period) !== undefined,
		crumbs: measuresCrumbs(
			{ href: '/measures/months', label: 'Months' },
			{ href: `/measures/months/${period}`, label: showPeriod(period) },
			{ label: 'Release' }
		)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		measuresInSight(db, person);
		mustBeAble(person, 'release month', {});
		const { period } = event.params;
		if (!isPeriod(period)) notFound();
		const form = await parseForm(event, releaseForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => releaseMonth(db, person, period, form.data.note, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/measures/months/${period}?done=released`);
	}
};
