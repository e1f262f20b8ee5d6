import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/frameworks/crumbs.ts';
import { placeOf } from '#lib/domain/frameworks/draft-criteria.ts';
import { draftCriterionPage } from '#lib/domain/frameworks/draft-criteria-page.ts';
import { removeCriterion, saveCriterion } from '#lib/domain/frameworks/editing.server.ts';
import { draftForm, seenForm } from '#lib/domain/versions/forms.ts';
import { draftToEdit } from '#lib/domain/frameworks/seeing.server.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage frameworks');
	const draft = draftToEdit(event.locals.db, event.params.version);
	const place = placeOf(draft.document, event.params.number);
	const { number } = draft.document.criteria[place] ?? notFound();
	return { ...draftCriterionPage(draft, place), number, crumbs: crumbsInDraft(draft, number) };
};

export const actions: Actions = {
	save: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { version: id, number } = event.params;
		const form = await parseForm(event, draftForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveCriterion(event.locals.db, person, id, form.data.version, number, form.values));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/frameworks/${id}/edit?saved=criterion#criteria`);
	},
	remove: async (event) => {
		const person = allowed(event, 'manage frameworks');
		const { version: id, number } = event.params;
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeCriterion(event.locals.db, person, id, form.data.version, number));
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		redirect(303, `/frameworks/${id}/edit?saved=criterion#criteria`);
	}
};
