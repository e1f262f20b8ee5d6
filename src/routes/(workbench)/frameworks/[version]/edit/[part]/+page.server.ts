import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/frameworks/crumbs.ts';
import { fieldGroups, partNames, partShown, partsFor } from '#lib/domain/frameworks/draft-parts.ts';
import { savePart } from '#lib/domain/frameworks/editing.server.ts';
import { draftForm } from '#lib/domain/versions/forms.ts';
import { draftToEdit, type StoredVersion } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

const partOf = (draft: StoredVersion, name: string) => partsFor(draft.document.kind).find((part) => part === name) ?? notFound();

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	const part = partOf(draft, event.params.part);
	return {
		id: draft.id,
		over: `${draft.name} · draft of version ${draft.number}`,
		version: draft.version,
		part,
		name: partNames[part],
		groups: fieldGroups(draft.document, part),
		shown: partShown(draft.document, part),
		crumbs: crumbsInDraft(draft, partNames[part])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { db } = event.locals;
		const form = await parseForm(event, draftForm);
		if (!form.ok) return fail(400, form);
		const draft = draftToEdit(db, event.params.version);
		const part = partOf(draft, event.params.part);
		const outcome = once(event, form, () => savePart(db, person, draft.id, form.data.version, part, form.values));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${draft.id}/edit?saved=${part}`);
	}
};
