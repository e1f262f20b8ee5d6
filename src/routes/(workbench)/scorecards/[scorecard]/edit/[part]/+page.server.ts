import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/scorecards/crumbs.ts';
import { draftParts, fieldGroups, partNames, partShown } from '#lib/domain/scorecards/draft-parts.ts';
import { savePart } from '#lib/domain/scorecards/editing.server.ts';
import { draftToEdit } from '#lib/domain/scorecards/seeing.server.ts';
import { draftForm } from '#lib/domain/versions/forms.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const partNamed = (name: string) => draftParts.find((part) => part === name) ?? notFound();

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	const draft = draftToEdit(event.locals.db, event.params.scorecard);
	const part = partNamed(event.params.part);
	return {
		id: draft.id,
		over: `${draft.name} · draft of version ${draft.number}`,
		version: draft.version,
		part,
		name: partNames[part],
		draft: draft.document,
		groups: fieldGroups(draft.document, part),
		shown: partShown(draft.document, part),
		crumbs: crumbsInDraft(draft, partNames[part])
	};
};

export const actions: Actions = {
	save: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { db } = event.locals;
		const form = await parseForm(event, draftForm);
		if (!form.ok) return fail(400, form);
		const draft = draftToEdit(db, event.params.scorecard);
		const part = partNamed(event.params.part);
		const outcome = once(event, form, () => savePart(db, person, draft.id, form.data.version, part, form.values));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${draft.id}/edit?saved=${part}`);
	},
	// changes nothing: the page comes back with what was typed, and shows what it scores
	show: async (event) => {
		allowed(event, 'manage scorecards');
		const form = await parseForm(event, draftForm);
		return form.ok ? { values: form.values } : fail(400, form);
	}
};
