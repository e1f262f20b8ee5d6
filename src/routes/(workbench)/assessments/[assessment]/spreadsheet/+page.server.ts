import { fail, redirect } from '@sveltejs/kit';
import { crumbsTo } from '#lib/domain/assessments/crumbs.ts';
import { isAnswerable } from '#lib/domain/assessments/status.ts';
import { showMoment } from '#lib/domain/calendar/dates.ts';
import { answererSeen } from '#lib/exchange/answerable.server.ts';
import { importsInto } from '#lib/exchange/finding-imports.server.ts';
import { answersFileForm, plainFileName } from '#lib/exchange/forms.ts';
import { standingOf } from '#lib/exchange/showing-import.ts';
import { startImport } from '#lib/exchange/starting.server.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import { checkImport } from '#lib/work/checking-imports.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { assessment } = answererSeen(event);
	return {
		address: `/assessments/${assessment.id}/spreadsheet`,
		over: `${assessment.service.name} · ${assessment.cycle.name}`,
		open: isAnswerable(assessment),
		imports: importsInto(event.locals.db, assessment.id).map(({ id, fileName, person, at, ...one }) => ({
			id,
			fileName,
			by: person ?? 'Somebody',
			at: showMoment(at),
			standing: standingOf(one)
		})),
		crumbs: crumbsTo(assessment, [{ label: 'Spreadsheet' }])
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { person, assessment } = answererSeen(event);
		const form = await parseForm(event, answersFileForm);
		if (!form.ok) return fail(400, form);
		const { db, today } = event.locals;
		const about = { kind: 'answers', into: assessment.id, name: plainFileName(form.data.file.name) };
		const bytes = new Uint8Array(await form.data.file.arrayBuffer());
		const outcome = once(event, form, () => startImport(db, person, about));
		if (!outcome.ok) return refusal(form, outcome);
		await checkImport(db, outcome.id, { ...about, bytes, today });
		redirect(303, `/assessments/${assessment.id}/spreadsheet/${outcome.id}`);
	}
};
