import { fail, redirect } from '@sveltejs/kit';
import { crumbsBelow } from '#lib/domain/frameworks/crumbs.ts';
import { seenForm } from '#lib/domain/versions/forms.ts';
import { assessmentsOn } from '#lib/domain/frameworks/listing.server.ts';
import { frameworkSeen } from '#lib/domain/frameworks/seeing.server.ts';
import { putBack, withdraw } from '#lib/domain/frameworks/withdrawing.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'manage frameworks');
	const version = frameworkSeen(event.locals.db, person, event.params.version);
	if (version.state === 'draft') notFound();
	const withdrawn = version.state === 'withdrawn';
	return {
		id: version.id,
		name: version.name,
		number: version.number,
		version: version.version,
		withdrawn,
		assessments: assessmentsOn(event.locals.db, version.id),
		crumbs: crumbsBelow(version, withdrawn ? 'Put back' : 'Withdraw')
	};
};

export const actions: Actions = {
	withdraw: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => withdraw(event.locals.db, person, event.params.version, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${event.params.version}?withdrawn`);
	},
	back: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => putBack(event.locals.db, person, event.params.version, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${event.params.version}?back`);
	}
};
