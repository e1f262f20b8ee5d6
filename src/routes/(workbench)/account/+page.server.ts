import { fail, redirect } from '@sveltejs/kit';
import { feedSince, makeFeed, revokeFeed } from '#lib/domain/actions/feed.server.ts';
import { changePassword } from '#lib/domain/access/changing-password.server.ts';
import { changePasswordForm } from '#lib/domain/access/forms.ts';
import { sessionCount, signOutEverywhere } from '#lib/domain/access/signing-out.server.ts';
import { grantsInWords } from '#lib/domain/access/grants.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { dropSessionToken } from '#lib/server/session-cookie.ts';
import { refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	return {
		me: { name: person.name, email: person.email, jobTitle: person.jobTitle },
		grants: grantsInWords(event.locals.db, person),
		sessions: sessionCount(event.locals.db, person),
		calendarSince: feedSince(event.locals.db, person),
		crumbs: [{ href: '/', label: 'Home' }, { label: 'Your account' }]
	};
};

export const actions: Actions = {
	password: async (event) => {
		const person = signedIn(event);
		const form = await parseForm(event, changePasswordForm);
		if (!form.ok) return fail(400, { ...form, values: {} });
		const outcome = await changePassword(event.locals.db, person, form.data);
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		dropSessionToken(event.cookies);
		redirect(303, '/sign-in?changed');
	},
	everywhere: async (event) => {
		const person = signedIn(event);
		signOutEverywhere(event.locals.db, person);
		dropSessionToken(event.cookies);
		redirect(303, '/sign-in');
	},
	calendar: (event) => {
		const person = signedIn(event);
		// not through once(): the answer holds the address, and the database must not
		const outcome = makeFeed(event.locals.db, person);
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		return { address: `${event.url.origin}/calendar/${outcome.token}` };
	},
	endCalendar: (event) => {
		const person = signedIn(event);
		revokeFeed(event.locals.db, person);
		redirect(303, '/account#calendar');
	}
};
