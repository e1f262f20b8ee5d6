import { fail, redirect } from '@sveltejs/kit';
import { keepForm } from '#lib/domain/kept-reports/forms.ts';
import { keptCrumbs } from '#lib/reports/kept/crumbs.server.ts';
import { keepReport } from '#lib/reports/kept/keeping.server.ts';
import { subjectOf } from '#lib/reports/kept/subject.server.ts';
import { inWorker } from '#lib/work/in-worker.server.ts';
import { signedIn } from '#lib/server/guard.ts';
import { parseForm } from '#lib/server/parse-form.ts';
import { once, refusal } from '#lib/server/submitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = signedIn(event);
	const query = event.url.searchParams;
	const kind = query.get('kind') ?? '';
	const { id, label, about, address } = subjectOf(event.locals.db, person, kind, query.get('of') ?? '');
	return { kind, of: id, label, about, address, crumbs: keptCrumbs(person, { label: 'Keep a report' }) };
};

export const actions: Actions = {
	default: async (event) => {
		const person = signedIn(event);
		const { db, today } = event.locals;
		const form = await parseForm(event, keepForm);
		if (!form.ok) return fail(400, form);
		const { kind, of: id, note } = form.data;
		const made = await inWorker(db, 'make a report to keep', { kind, id: subjectOf(db, person, kind, id).id, person, today });
		const outcome = once(event, form, () => keepReport(db, person, made, { kind, id, note }));
		if (!outcome.ok) return refusal(form, outcome);
		redirect(303, `/reports/kept/${outcome.number}?done=kept`);
	}
};
