import { fail, redirect } from '@sveltejs/kit';
import { setUpForm } from '#lib/domain/access/forms.ts';
import { isSetUp, setUp } from '#lib/domain/access/setting-up.server.ts';
import { notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { setSessionToken } from '#lib/server/session-cookie.ts';
import { refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (isSetUp(locals.db)) notFound();
};

export const actions: Actions = {
	default: async (event) => {
		if (isSetUp(event.locals.db)) notFound();
		const form = await parseForm(event, setUpForm);
		if (!form.ok) return fail(400, { ...form, values: { ...form.values, password: '' } });
		const outcome = await setUp(event.locals.db, form.data);
		if (!outcome.ok) return refusal({ values: { ...form.values, password: '' } }, outcome);
		setSessionToken(event.cookies, outcome.token);
		redirect(303, '/frameworks');
	}
};
