import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { editingPage } from '#lib/domain/golden-thread/editing-page.server.ts';
import { moveForm } from '#lib/domain/golden-thread/forms.ts';
import { moveStrand } from '#lib/domain/golden-thread/moving.server.ts';
import { keepsSome } from '#lib/domain/golden-thread/sight.ts';
import { undo } from '#lib/domain/golden-thread/undoing.server.ts';
import { allowed, forbidden } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const here = (url: URL, done: string) => {
	const under = url.searchParams.get('under');
	return `/thread/edit?${new URLSearchParams({ ...(under && { under }), done })}`;
};

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	if (!keepsSome(person)) forbidden();
	const query = event.url.searchParams;
	return {
		...editingPage(event.locals.db, person, query.get('under')),
		done: query.get('done'),
		crumbs: threadCrumbs('Edit the outline')
	};
};

export const actions: Actions = {
	move: async (event) => {
		const person = allowed(event, 'see thread');
		if (!keepsSome(person)) forbidden();
		const form = await parseForm(event, moveForm);
		if (!form.ok) return fail(400, form);
		const { id, under, move } = form.data.move;
		const outcome = once(event, form, () => moveStrand(event.locals.db, person, id, under, move));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, here(event.url, 'moved'));
	},
	undo: async (event) => {
		const person = allowed(event, 'see thread');
		if (!keepsSome(person)) forbidden();
		const { db, today } = event.locals;
		const form = await parseForm(event, v.object({}));
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => undo(db, person, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, here(event.url, 'undone'));
	}
};
