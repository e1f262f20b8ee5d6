import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/frameworks/crumbs.ts';
import { deleteDraft } from '#lib/domain/frameworks/deleting.server.ts';
import { seenForm } from '#lib/domain/versions/forms.ts';
import { draftToEdit } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	return { id: draft.id, name: draft.name, number: draft.number, version: draft.version, crumbs: crumbsInDraft(draft, 'Delete') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => deleteDraft(event.locals.db, person, event.params.version, form.data.version));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, '/frameworks?deleted');
	}
};
