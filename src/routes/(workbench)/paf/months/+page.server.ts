import { fail, redirect } from '@sveltejs/kit';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { monthForm, quotasIn } from '#lib/domain/paf/forms.ts';
import { monthOf, showMonth } from '#lib/domain/paf/month.ts';
import { monthFiltersIn } from '#lib/domain/paf/list-filters.ts';
import { countMonths, monthsListed, monthsThatOpen, monthsToChoose } from '#lib/domain/paf/months-listing.server.ts';
import { openMonth } from '#lib/domain/paf/months.server.ts';
import { quotaValues } from '#lib/domain/paf/quota-field.ts';
import { mustHave, servicesRun } from '#lib/domain/paf/running.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { placeById } from '#lib/server/paging.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const parts = mustHave(person, 'runs');
	const { db, today } = event.locals;
	const services = servicesRun(db, person);
	const filters = monthFiltersIn(event.url.searchParams);
	return {
		parts,
		filters,
		services,
		months: monthsToChoose(db, person),
		listed: monthsListed(db, person, filters, placeById(event.url.searchParams)),
		count: countMonths(db, person, filters),
		opens: monthsThatOpen(today).map((value) => ({ value, label: showMonth(value) })),
		start: { serviceId: services.length === 1 ? (services[0]?.id ?? '') : '', month: monthOf(today), ...quotaValues({}) },
		crumbs: pafCrumbs({ label: 'Months' })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const form = await parseForm(event, monthForm);
		if (!form.ok) return fail(400, form);
		const { serviceId, month } = form.data;
		const wanted = { serviceId, month, quotas: quotasIn(form.data) };
		const outcome = once(event, form, () => openMonth(event.locals.db, person, wanted));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/months/${outcome.id}`);
	}
};
