import { fail, redirect } from '@sveltejs/kit';
import { crumbsInDraft } from '#lib/domain/scorecards/crumbs.ts';
import { placeOf } from '#lib/domain/scorecards/draft-places.ts';
import { draftQuestionPage } from '#lib/domain/scorecards/draft-question-page.ts';
import { removeQuestion, saveQuestion } from '#lib/domain/scorecards/editing.server.ts';
import { draftToEdit } from '#lib/domain/scorecards/seeing.server.ts';
import { standardTexts } from '#lib/domain/standards/listing.server.ts';
import { draftForm, seenForm } from '#lib/domain/versions/forms.ts';
import { allowed, notFound } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	allowed(event, 'manage scorecards');
	const { db } = event.locals;
	const draft = draftToEdit(db, event.params.scorecard);
	const { question } = event.params;
	const place = placeOf(draft.document, question) ?? notFound();
	return { page: draftQuestionPage(draft, place, standardTexts(db)), question, crumbs: crumbsInDraft(draft, question) };
};

export const actions: Actions = {
	save: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { scorecard, question } = event.params;
		const form = await parseForm(event, draftForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => saveQuestion(event.locals.db, person, scorecard, form.data.version, question, form.values));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/scorecards/${scorecard}/edit?saved=question#questions`);
	},
	// changes nothing: the page comes back with what was typed, and shows what it scores
	show: async (event) => {
		allowed(event, 'manage scorecards');
		const form = await parseForm(event, draftForm);
		return form.ok ? { values: form.values } : fail(400, form);
	},
	remove: async (event) => {
		const person = allowed(event, 'manage scorecards');
		const { scorecard, question } = event.params;
		const form = await parseForm(event, seenForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => removeQuestion(event.locals.db, person, scorecard, form.data.version, question));
		if (!outcome.ok) return refusal({ values: {} }, outcome);
		redirect(303, `/scorecards/${scorecard}/edit?saved=question#questions`);
	}
};
