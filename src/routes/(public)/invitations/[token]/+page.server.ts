import { fail, redirect } from '@sveltejs/kit';
import { choosePassword, invitedBy } from '#lib/domain/access/changing-password.server.ts';
import { choosePasswordForm } from '#lib/domain/access/forms.ts';
import { startSession } from '#lib/domain/access/sessions.server.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { setSessionToken } from '#lib/server/session-cookie.ts';
import { refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => {
	return { invited: invitedBy(locals.db, params.token, Date.now()) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await parseForm(event, choosePasswordForm);
		if (!form.ok) return fail(400, { ...form, values: {} });
		const outcome = await choosePassword(event.locals.db, event.params.token, form.data.password, Date.now());
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		setSessionToken(event.cookies, await startSession(event.locals.db, outcome.personId));
		redirect(303, '/');
	}
};
