import { fail, redirect } from '@sveltejs/kit';
import { surveyCrumbs, surveyToRun } from '#lib/domain/surveys/survey-page.server.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const { db } = event.locals;
	const survey = surveyToRun(db, person, event.params.survey);
	event.depends('import:check');
	const found = importInto(db, survey.id, event.params.import);
	const address = `/feedback/surveys/${survey.number}/imports`;
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		kind: `Survey answers, ${survey.title}`,
		address,
		crumbs: surveyCrumbs(survey, { href: address, label: 'Import' }, { label: found.fileName })
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const found = importInto(db, survey.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}/imports/${found.id}`);
	},
	discard: async (event) => {
		const person = signedIn(event);
		const { db } = event.locals;
		const survey = surveyToRun(db, person, event.params.survey);
		const found = importInto(db, survey.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/feedback/surveys/${survey.number}/imports`);
	}
};
