import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/frameworks/crumbs.ts';
import { draftCriterionPage } from '#lib/domain/frameworks/draft-criteria-page.ts';
import { saveCriterion } from '#lib/domain/frameworks/editing.server.ts';
import { draftForm } from '#lib/domain/versions/forms.ts';
import { draftToEdit } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	return { ...draftCriterionPage(draft, draft.document.criteria.length), crumbs: crumbsInDraft(draft, 'Add a criterion') };
};

export const actions: Actions = {
	default: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { version: id } = event.params;
		const form = await parseForm(event, draftForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveCriterion(event.locals.db, person, id, form.data.version, null, form.values));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${id}/edit?saved=criterion#criteria`);
	}
};
