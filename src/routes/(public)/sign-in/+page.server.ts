import { fail, redirect } from '@sveltejs/kit';
import { signInForm } from '#lib/domain/access/forms.ts';
import { signIn } from '#lib/domain/access/signing-in.server.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { ownPath } from '#lib/server/own-path.ts';
import { setSessionToken } from '#lib/server/session-cookie.ts';
import { refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.person) redirect(303, '/');
	return {
		kept: null,
		wasKept: url.searchParams.has('kept'),
		changed: url.searchParams.has('changed'),
		then: ownPath(url.searchParams.get('then'))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await parseForm(event, signInForm);
		const then = ownPath(event.url.searchParams.get('then'));
		// a password is never sent back to the page
		if (!form.ok) return fail(400, { ...form, values: { email: form.values.email ?? '' } });
		const outcome = await signIn(event.locals.db, form.data, event.locals.address, Date.now());
		if (!outcome.ok) return refusal({ values: { email: form.data.email } }, outcome);
		setSessionToken(event.cookies, outcome.token);
		redirect(303, then);
	}
};
