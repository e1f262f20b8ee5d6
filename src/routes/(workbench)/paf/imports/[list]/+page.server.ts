import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { pafCrumbs } from '#lib/domain/paf/crumbs.ts';
import { mustHave } from '#lib/domain/paf/running.server.ts';
import { discardImport } from '#lib/exchange/applying.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { parts as columnParts } from '#lib/exchange/interactions/columns.ts';
import { columnsToChoose } from '#lib/exchange/interactions/columns-page.server.ts';
import { ownList } from '#lib/exchange/interactions/own-import.server.ts';
import { rememberMapping } from '#lib/exchange/interactions/starting-list.server.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { applyInteractions, applyOf, checkInteractions, checkOf } from '#lib/work/importing-interactions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	mustHave(person, 'runs');
	event.depends('import:check');
	const { db } = event.locals;
	const found = ownList(db, person, event.params.list);
	return {
		shown: shownImport(found, checkOf(found.id), event.url.searchParams),
		applying: applyOf(found.id),
		columns: columnsToChoose(db, found),
		crumbs: pafCrumbs({ href: '/paf/imports', label: 'Bring in interactions' }, { label: found.fileName })
	};
};

const cell = v.optional(v.pipe(v.string(), v.maxLength(500, 'Choose a column')), '');
const columnsForm = v.strictObject(Object.fromEntries(columnParts.map((part) => [part, cell])));

export const actions: Actions = {
	columns: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const { db } = event.locals;
		const found = ownList(db, person, event.params.list);
		const form = await parseForm(event, columnsForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => rememberMapping(db, person, found.id, form.data));
		if (!outcome.ok) return refusal(form, outcome);
		await checkInteractions(db, person, found.id);
		redirect(303, `/paf/imports/${found.id}`);
	},
	apply: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const { db } = event.locals;
		const found = ownList(db, person, event.params.list);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = await applyInteractions(db, person, found.id);
		if (outcome && !outcome.ok) return refusal(form, outcome);
		redirect(303, `/paf/imports/${found.id}`);
	},
	discard: async (event) => {
		const person = signedIn(event);
		mustHave(person, 'runs');
		const found = ownList(event.locals.db, person, event.params.list);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(event.locals.db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/paf/imports');
	}
};
