import { fail, redirect } from '@sveltejs/kit';
import { crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { answererSeen } from '#lib/exchange/answerable.server.ts';
import { applyImport, discardImport } from '#lib/exchange/applying.server.ts';
import { importInto } from '#lib/exchange/finding-imports.server.ts';
import { buttonForm } from '#lib/exchange/forms.ts';
import { shownImport } from '#lib/exchange/showing-import.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { progressOf } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { assessment } = answererSeen(event);
	event.depends('import:check');
	const found = importInto(event.locals.db, assessment.id, event.params.import);
	const address = `/assessments/${assessment.id}/spreadsheet`;
	return {
		shown: shownImport(found, progressOf(found.id), event.url.searchParams),
		kind: `${assessment.service.name}, ${assessment.cycle.name}`,
		address,
		crumbs: crumbsTo(assessment, [{ href: address, label: 'Spreadsheet' }, { label: found.fileName }])
	};
};

export const actions: Actions = {
	apply: async (event) => {
		const { person, assessment } = answererSeen(event);
		const { db, today } = event.locals;
		const found = importInto(db, assessment.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => applyImport(db, person, found.id, today));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/spreadsheet/${found.id}`);
	},
	discard: async (event) => {
		const { person, assessment } = answererSeen(event);
		const { db } = event.locals;
		const found = importInto(db, assessment.id, event.params.import);
		const form = await parseForm(event, buttonForm);
		if (!form.ok) return fail(400, form);
		const outcome = once(event, form, () => discardImport(db, person, found.id));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/assessments/${assessment.id}/spreadsheet`);
	}
};
