import { fail, redirect } from '@sveltejs/kit';
import { can } from '#lib/domain/access/can.ts';
import { loadForm } from '#lib/domain/frameworks/forms.ts';
import { frameworksSeen } from '#lib/domain/frameworks/listing.server.ts';
import { loadFramework } from '#lib/domain/frameworks/loading.server.ts';
import { frameworksOffered, loadOffered } from '#lib/domain/frameworks/offering.server.ts';
import { receiveFramework } from '#lib/domain/frameworks/receiving.server.ts';
import { allowed, signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const canManage = can(person, 'manage frameworks');
	return {
		rows: frameworksSeen(db, person),
		canManage,
		...(canManage ? frameworksOffered(db) : { offers: [], problems: [] }),
		loaded: Number(event.url.searchParams.get('loaded')) || 0,
		deleted: event.url.searchParams.has('deleted'),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Frameworks' }]
	};
};

export const actions: Actions = {
	load: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, loadForm);
		if (!form.ok) return fail(400, { ...form, problems: [] });
		const outcome = once(event, form, () => loadOffered(event.locals.db, person, form.data['files[]']));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks?loaded=${outcome.ids.length}`);
	},
	upload: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const received = await receiveFramework(event);
		if (!received.ok) return fail(400, { values: {}, errors: received.errors, problems: received.problems });
		const outcome = once(event, received, () => loadFramework(event.locals.db, person, received.framework));
		if (!outcome.ok) return refusal({ values: {} }, { ...outcome, field: 'file' });
		redirect(303, `/frameworks/${outcome.id}?loaded`);
	}
};
