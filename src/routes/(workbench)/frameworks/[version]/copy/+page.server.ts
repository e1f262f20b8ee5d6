import { fail, redirect } from '@sveltejs/kit';
import { copyFramework, proposedNumber } from '#lib/domain/frameworks/copying.server.ts';
import { crumbsBelow } from '#lib/domain/frameworks/crumbs.ts';
import { copyForm } from '#lib/domain/versions/forms.ts';
import { frameworkSeen } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'manage frameworks');
	const source = frameworkSeen(event.locals.db, person, event.params.version);
	return {
		name: source.name,
		number: source.number,
		proposed: proposedNumber(event.locals.db, source.framework),
		crumbs: crumbsBelow(source, 'Copy')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { db } = event.locals;
		const form = await parseForm(event, copyForm);
		if (!form.ok) return fail(400, form);
		const source = frameworkSeen(db, person, event.params.version);
		const outcome = once(event, form, () => copyFramework(db, person, source.id, form.data.number));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${outcome.id}/edit`);
	}
};
