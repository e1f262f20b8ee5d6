import { fail, redirect } from '@sveltejs/kit';
import { threadCrumbs } from '#lib/domain/golden-thread/crumbs.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { intoThread } from '#lib/exchange/kinds/thread.server.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { allowed, mustBeAble } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = allowed(event, 'see thread');
	mustBeAble(person, 'keep thread', {});
	event.depends('import:check');
	const found = importInto(event.locals.db, intoThread, event.params.import);
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		crumbs: threadCrumbs(found.fileName)
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const person = allowed(event, 'see thread');
		mustBeAble(person, 'keep thread', {});
		const { db, today } = event.locals;
		const found = importInto(db, intoThread, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/thread/imports/${found.id}`);
	},
	discard: async (event) => {
		const person = allowed(event, 'see thread');
		mustBeAble(person, 'keep thread', {});
		const { db } = event.locals;
		const found = importInto(db, intoThread, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/thread/imports');
	}
};
