import { fail, redirect } from '@sveltejs/kit';
import { can, servicesWhere } from '#lib/domain/access/can.ts';
import { addAction } from '#lib/domain/actions/adding.server.ts';
import { whereToAdd } from '#lib/domain/actions/choosing-service.server.ts';
import { newActionForm } from '#lib/domain/actions/forms.ts';
import { possibleOwners } from '#lib/domain/actions/owners.server.ts';
import { startingValues } from '#lib/domain/actions/starting-values.ts';
import { mustBeAble, notFound, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	if (!servicesWhere(person, 'manage actions').length) notFound();
	const { db, today } = event.locals;
	const places = whereToAdd(db, person);
	const wanted = event.url.searchParams.get('service') ?? places.services[0]?.id ?? '';
	const serviceId = places.services.length === 1 || event.url.searchParams.has('service') ? wanted : '';
	return {
		...places,
		people: possibleOwners(db, wanted),
		start: { ...startingValues(today, person.id), serviceId, findingId: event.url.searchParams.get('finding') ?? '' },
		crumbs: [{ href: '/', label: 'Home' }, { href: '/actions', label: 'Actions' }, { label: 'Add an action' }]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		if (!servicesWhere(person, 'manage actions').length) notFound();
		const form = await parseForm(event, newActionForm);
		if (!form.ok) return fail(400, form);
		const { serviceId, findingId, ...details } = form.data;
		if (!can(person, 'see actions', { serviceId })) notFound();
		mustBeAble(person, 'manage actions', { serviceId });
		const outcome = once(event, form, () => addAction(event.locals.db, person, serviceId, details, findingId));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/actions/${outcome.number}?done=added`);
	}
};
